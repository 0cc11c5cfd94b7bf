import { Dialog as Ark } from '@ark-ui/solid/dialog'
import Search from 'lucide-solid/icons/search'
import { createEffect, createUniqueId, For, type JSX, onCleanup, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { Button, IconOf } from '../../actions/button.tsx'
import { Caps } from '../../keys/caps.tsx'
import { keyOf } from '../../keys/keys.ts'
import { StateChip } from '../../state/state-chip.tsx'
import { hostToasts } from '../../toasts/place.ts'
import { useWords } from '../../words/words.tsx'
import { holdsEscape } from '../escape.ts'
import { stillPage } from '../still-page.ts'
import { createDrawn, createFinding, type FinderGroup, type FinderRow } from './finding.ts'
import { Marked } from './marked.tsx'
import '../dialog.css'
import '../panes/pop.css'
import './finder.css'

export interface FinderProps {
  readonly open: boolean
  /** What is typed into it, said and shown while nothing is. */
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What fits, the best first. */
  readonly groups: readonly FinderGroup[]
  /** `groups` are those of an earlier text: Enter waits for what fits this one. */
  readonly behind?: boolean | undefined
  /** What stands there when nothing fits. */
  readonly nothing: string
  /** Below all that was found: where nothing was looked for yet. */
  readonly note?: string | undefined
  /** By what it is held to a part of all, between the field and what was found. */
  readonly filters?: (toField: () => void) => JSX.Element
  /** Nothing is typed, and the key that takes a letter back is pressed. */
  readonly onBack?: () => void
  readonly onClose: () => void
}

/** The keys that open a finder close it, too. */
const OPENS = 'mod+k'

/** One field over everything that can be opened or done: typed into, walked with arrows, chosen with Enter. */
export function Finder(props: FinderProps) {
  let input: HTMLInputElement | undefined
  let before: Element | null = null
  let chosen: FinderRow | undefined
  createEffect(() => {
    if (!props.open) return
    before = document.activeElement
    chosen = undefined
    onCleanup(stillPage())
  })
  const choose = (row: FinderRow) => {
    if (row.stays) {
      row.run()
      input?.focus()
      return
    }
    chosen = row
    props.onClose()
  }
  /** The page can be reached again only now; what is chosen finds the focus where it was. */
  const left = () => {
    if (before instanceof HTMLElement && !chosen?.leads) before.focus({ preventScroll: true })
    chosen?.run()
  }
  return (
    <Ark.Root
      open={props.open}
      onOpenChange={({ open }) => open || props.onClose()}
      onEscapeKeyDown={holdsEscape}
      onExitComplete={left}
      initialFocusEl={() => input ?? null}
      restoreFocus={false}
      aria-label={props.label}
      lazyMount
      unmountOnExit
    >
      <Portal>
        <Ark.Backdrop class="dialog-veil" />
        <Ark.Positioner class="finder-place">
          <Ark.Content
            ref={(element: HTMLDivElement) => createEffect(() => props.open && onCleanup(hostToasts(element)))}
            class="finder"
          >
            <Field {...props} ref={(element) => (input = element)} onChoose={choose} />
          </Ark.Content>
        </Ark.Positioner>
      </Portal>
    </Ark.Root>
  )
}

interface FieldProps extends FinderProps {
  readonly ref: (input: HTMLInputElement) => void
  readonly onChoose: (row: FinderRow) => void
}

function Field(props: FieldProps) {
  const { t } = useWords()
  const id = createUniqueId()
  const finding = createFinding(
    () => props.groups,
    () => props.behind ?? false,
    props.onChoose,
  )
  let field: HTMLInputElement | undefined
  const drawn = createDrawn(() => props.groups)
  const optionId = (row: FinderRow) => `${id}-${row.id}`
  const close = (event: KeyboardEvent) => {
    event.preventDefault()
    props.onClose()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (keyOf(event) === OPENS) return close(event)
    if (event.key === 'Backspace' && props.text === '') props.onBack?.()
    finding.keyDown(event)
  }
  const type = (text: string) => {
    finding.restart()
    props.onText(text)
  }
  return (
    <>
      <div class="finder-field">
        <Search class="icon" aria-hidden="true" />
        <input
          ref={(element) => {
            field = element
            props.ref(element)
          }}
          role="combobox"
          aria-label={props.label}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={finding.active() && optionId(finding.active() as FinderRow)}
          placeholder={props.label}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="go"
          value={props.text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
        <Button look="ghost" size="small" class="finder-close" onClick={() => props.onClose()}>
          {t('common.close')}
        </Button>
      </div>
      {props.filters?.(() => field?.focus())}
      <div
        id={`${id}-list`}
        class="finder-list"
        role="listbox"
        tabIndex={-1}
        aria-label={props.label}
        onPointerMove={(event) => finding.goTo(rowIdAt(event))}
        onPointerDown={(event) => event.preventDefault()}
        onClick={(event) => finding.choose(rowIdAt(event))}
        onKeyDown={finding.keyDown}
      >
        <For each={drawn}>
          {(group) => (
            <>
              <div class="pop-heading" role="presentation">
                {group.heading}
              </div>
              <For each={group.rows}>
                {(row) => (
                  <Row
                    id={optionId(row)}
                    row={row}
                    heading={group.heading}
                    isActive={finding.active()?.id === row.id}
                  />
                )}
              </For>
              <Show when={group.note}>
                <div class="pop-note" role="presentation">
                  {group.note}
                </div>
              </Show>
            </>
          )}
        </For>
      </div>
      <p class="finder-nothing" role="status">
        {[props.groups.length === 0 ? props.nothing : '', props.note].filter(Boolean).join(' ')}
      </p>
    </>
  )
}

interface RowProps {
  readonly id: string
  readonly row: FinderRow
  readonly heading: string
  readonly isActive: boolean
}

function Row(props: RowProps) {
  let own: HTMLDivElement | undefined
  createEffect(() => props.isActive && own?.scrollIntoView({ block: 'nearest' }))
  return (
    <div
      ref={own}
      id={props.id}
      role="option"
      tabIndex={-1}
      class="item"
      aria-selected={props.isActive}
      aria-description={props.heading}
      data-row={props.row.id}
      data-highlighted={props.isActive ? '' : undefined}
    >
      <IconOf icon={props.row.icon} />
      <span class="finder-words">
        <span class="finder-line">
          <span class="item-text cut">
            <Marked text={props.row.label} marks={props.row.labelMarks} />
          </span>
          <Show when={props.row.hint}>
            {(hint) => (
              <span class="item-hint cut">
                <Marked text={hint()} marks={props.row.hintMarks} />
              </span>
            )}
          </Show>
        </span>
        <Show when={props.row.excerpt}>
          {(excerpt) => (
            <span class="finder-excerpt cut">
              <Show when={excerpt().where}>{(where) => <span class="finder-where">{where()}: </span>}</Show>
              <Marked text={excerpt().text} marks={excerpt().marks} />
            </span>
          )}
        </Show>
      </span>
      <Show when={props.row.keys}>{(keys) => <Caps keys={keys()} />}</Show>
      <Show when={props.row.state}>{(state) => <StateChip name={state().name} hue={state().hue} />}</Show>
    </div>
  )
}

/** The row in which something happened. */
function rowIdAt(event: Event): string | undefined {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
  return row?.dataset.row
}
