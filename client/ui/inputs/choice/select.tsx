import { Select as Ark, createListCollection } from '@ark-ui/solid/select'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { LatePortal } from '../../overlays/late-portal.tsx'
import { Dot } from '../../state/state-chip.tsx'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps, fieldAttributes } from '../field/field.tsx'
import { createHeld, type OnCommit } from '../field/held.ts'
import { createEarlyKeys } from './early-keys.ts'
import { type Option, OptionRow } from './option.tsx'
import '../../overlays/panes/pop.css'
import './select.css'

export interface SelectProps extends FieldProps {
  readonly value: string | null
  readonly options: readonly Option[]
  readonly onCommit: OnCommit<string | null>
  readonly placeholder?: string | undefined
  /** May be emptied: the list begins with «Не выбрано». */
  readonly clearable?: boolean | undefined
}

const NONE = ''

/** One of a short list. Letters find an option, arrows go through them. */
export function Select(props: SelectProps) {
  const { t } = useWords()
  const id = createFieldId()
  const [isOpen, setOpen] = createSignal(false)
  const early = createEarlyKeys(isOpen)
  const opened = (now: boolean) => {
    setOpen(now)
    if (!now) early.forget()
  }
  const held = createHeld(
    () => props.value,
    (value) => props.onCommit(value),
  )
  const options = () =>
    props.clearable ? [{ value: NONE, label: t('common.notChosen') }, ...props.options] : [...props.options]
  const collection = createMemo(() =>
    createListCollection<Option>({ items: options(), isItemDisabled: (option) => option.disabled ?? false }),
  )
  const chosen = () => props.options.find((option) => option.value === held.shown())
  // A value that is not offered is none: arrows would begin nowhere.
  const present = () => {
    const value = chosen()?.value ?? (props.clearable ? NONE : undefined)
    return value === undefined ? [] : [value]
  }
  const choose = (value: string | undefined) => {
    const next = value === undefined || value === NONE ? null : value
    if (next !== held.shown()) held.put(next)
  }
  return (
    <FieldFrame {...props} id={id} wrong={held.failed()}>
      <Ark.Root
        ids={{ trigger: id, label: `${id}-label` }}
        collection={collection()}
        value={present()}
        onValueChange={({ value }) => choose(value[0])}
        onOpenChange={({ open }) => opened(open)}
        disabled={props.disabled}
        readOnly={props.readOnly}
        positioning={{ gutter: 4, fitViewport: true }}
        lazyMount
        unmountOnExit
      >
        <Ark.Trigger
          {...fieldAttributes(id, props, held.failed())}
          ref={early.button}
          aria-readonly={props.readOnly ? 'true' : undefined}
          class="box select"
        >
          <Show
            when={chosen()}
            fallback={<span class="cut select-none">{props.placeholder ?? t('common.notChosen')}</span>}
          >
            {(option) => (
              <>
                <Show when={option().hue !== undefined}>
                  <Dot hue={option().hue ?? null} />
                </Show>
                <span class="cut">{option().label}</span>
              </>
            )}
          </Show>
          <Show when={!props.readOnly}>
            <ChevronDown class="icon" aria-hidden="true" />
          </Show>
        </Ark.Trigger>
        <LatePortal open={isOpen()}>
          <Ark.Positioner>
            <Ark.Content class="pop pop-list" onFocus={early.handOn}>
              <For each={options()}>
                {(option) => (
                  <Ark.Item item={option} class="item">
                    <OptionRow option={option} isChosen={option.value === (held.shown() ?? NONE)} />
                  </Ark.Item>
                )}
              </For>
            </Ark.Content>
          </Ark.Positioner>
        </LatePortal>
      </Ark.Root>
    </FieldFrame>
  )
}
