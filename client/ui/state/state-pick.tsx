import Check from 'lucide-solid/icons/check'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import { Select } from '../inputs/choice/select.tsx'
import { createFieldId, FieldFrame, type FieldProps, fieldAttributes } from '../inputs/field/field.tsx'
import { createKeyNotes } from '../keys/offers.ts'
import { Popover } from '../overlays/panes/popover.tsx'
import { useWords } from '../words/words.tsx'
import { createDigits } from './digits.ts'
import { StateChip } from './state-chip.tsx'
import './state.css'

export interface PickKind {
  readonly id: string
  readonly name: string
  /** In their order, «Завершен» the last. */
  readonly states: readonly { readonly id: string; readonly name: string; readonly hue: number | null }[]
}

export interface StatePickProps extends FieldProps {
  readonly kinds: readonly PickKind[]
  readonly kind: string | null
  readonly state: string | null
  /** Called with a state that was chosen; asking for completion and reason is the caller's. */
  readonly onPick: (picked: { readonly kind: string; readonly state: string }) => void
  /** For a kind that is no choice any more: its name. */
  readonly kindName?: string | undefined
  /** For a state that the kind has not: its name and colour. */
  readonly stateName?: string | undefined
  readonly stateHue?: number | null | undefined
  /** How it ended, where that says more than the state's name: «Отменен». */
  readonly ended?: { readonly name: string; readonly hue: number | null } | undefined
}

/** «Вид и состояние»: shows both; its pane lists the kind's states by number, on their colours, for a click or a digit. */
export function StatePick(props: StatePickProps) {
  const { t } = useWords()
  const id = createFieldId()
  const kind = () => props.kinds.find((one) => one.id === props.kind)
  createKeyNotes(() => ({
    heading: t('keys.groups.card'),
    rows: props.readOnly ? [] : [{ keys: 'digits', label: t('keys.digit') }],
  }))
  const shown = () => (
    <>
      <span class="state-pick-kind cut">{kind()?.name ?? props.kindName ?? t('common.notChosen')}</span>
      <Present {...props} kindOf={kind()} />
    </>
  )
  return (
    <FieldFrame {...props} id={id} group={props.readOnly ?? false}>
      <Show when={!props.readOnly} fallback={<div class="box state-pick">{shown()}</div>}>
        <Popover
          label={props.label}
          class="state-pick-pop"
          initialFocus={() => document.getElementById(`${id}-states`)}
          trigger={(attributes) => (
            <button {...attributes} {...fieldAttributes(id, props)} type="button" class="box state-pick">
              {shown()}
              <ChevronDown class="icon" aria-hidden="true" />
            </button>
          )}
        >
          {(close) => (
            <Pane
              {...props}
              listId={`${id}-states`}
              onPick={(picked) => {
                close()
                props.onPick(picked)
              }}
            />
          )}
        </Popover>
      </Show>
    </FieldFrame>
  )
}

function Present(props: StatePickProps & { readonly kindOf: PickKind | undefined }) {
  const { t } = useWords()
  const place = () => props.kindOf?.states.findIndex((state) => state.id === props.state) ?? -1
  return (
    <Switch>
      <Match when={props.state === null}>{null}</Match>
      <Match when={props.ended}>{(ended) => <StateChip name={ended().name} hue={ended().hue} />}</Match>
      <Match when={props.kindOf?.states[place()]}>
        {(state) => <StateChip name={state().name} hue={state().hue} number={place() + 1} />}
      </Match>
      <Match when={props.state}>
        <StateChip name={props.stateName ?? t('common.state.unknown')} hue={props.stateHue ?? null} missing />
      </Match>
    </Switch>
  )
}

function Pane(props: StatePickProps & { readonly listId: string }) {
  const { t } = useWords()
  const isKnown = (id: string | null) => props.kinds.some((one) => one.id === id)
  const [kindId, setKindId] = createSignal(isKnown(props.kind) ? props.kind : (props.kinds[0]?.id ?? null))
  const states = () => props.kinds.find((one) => one.id === kindId())?.states ?? []
  const present = () => (kindId() === props.kind ? states().findIndex((state) => state.id === props.state) : -1)
  const pick = (index: number) => {
    const state = states()[index]
    const kind = kindId()
    if (state && kind !== null) props.onPick({ kind, state: state.id })
  }
  const [active, setActive] = createSignal(Math.max(0, present()))
  const digits = createDigits(() => states().length, setActive, pick)
  let list: HTMLDivElement | undefined
  const keyDown = (event: KeyboardEvent) => {
    if (states().length === 0) return
    if (digits(event.key)) return event.preventDefault()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((active() + step + states().length) % states().length)
    else if (event.key === 'Home') setActive(0)
    else if (event.key === 'End') setActive(states().length - 1)
    else if (event.key === 'Enter' || event.key === ' ') pick(active())
    else return
    event.preventDefault()
    list?.children[active()]?.scrollIntoView({ block: 'nearest' })
  }
  onMount(() => list?.children[active()]?.scrollIntoView({ block: 'nearest' }))
  return (
    <>
      <Show when={props.kinds.length > 1}>
        <Select
          label={t('common.state.kind')}
          value={kindId()}
          options={props.kinds.map((one) => ({ value: one.id, label: one.name }))}
          onCommit={(value) => {
            setKindId(value)
            setActive(Math.max(0, present()))
          }}
        />
      </Show>
      <Show when={props.kinds.length === 0}>
        <p class="pop-note">{t('common.state.noKinds')}</p>
      </Show>
      <div
        ref={list}
        id={props.listId}
        class="state-pick-list"
        role="listbox"
        tabIndex={0}
        aria-label={t('common.state.choose')}
        aria-description={t('common.state.digits')}
        aria-activedescendant={`${props.listId}-${active()}`}
        onKeyDown={keyDown}
        onPointerMove={(event) => setActive(indexAt(event) ?? active())}
        onClick={(event) => pick(indexAt(event) ?? -1)}
      >
        <For each={states()}>
          {(state, index) => (
            <div
              id={`${props.listId}-${index()}`}
              role="option"
              tabIndex={-1}
              aria-selected={index() === present()}
              class="state-pick-item"
              data-index={index()}
              data-active={index() === active() ? '' : undefined}
            >
              <StateChip name={state.name} hue={state.hue} number={index() + 1} />
              <Show when={index() === present()}>
                <span class="item-check">
                  <Check class="icon" aria-hidden="true" />
                </span>
              </Show>
            </div>
          )}
        </For>
      </div>
    </>
  )
}

/** The position of the option in which something happened. */
function indexAt(event: Event): number | undefined {
  const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  return option ? Number(option.dataset.index) : undefined
}
