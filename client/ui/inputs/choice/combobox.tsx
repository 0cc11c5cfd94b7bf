import { Combobox as Ark, createListCollection } from '@ark-ui/solid/combobox'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { IconButton } from '../../actions/button.tsx'
import { focusOnce } from '../../focus/focus-once.ts'
import { COARSE, createMedia } from '../../look/media.ts'
import { LatePortal } from '../../overlays/late-portal.tsx'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, fieldAttributes } from '../field/field.tsx'
import { type ComboboxProps, CREATE, createChoosing } from './choosing.ts'
import { LeftAtOnce } from './left-at-once.tsx'
import { type Option, OptionRow } from './option.tsx'
import '../../overlays/panes/pop.css'
import './select.css'

/** One of many, found by typing. Leaving it takes what the text means, if it means one thing; else the text stays, with the reason. */
export function Combobox(props: ComboboxProps) {
  const { t } = useWords()
  const id = createFieldId()
  const isCoarse = createMedia(COARSE)
  const canClear = () => (props.clearable ?? !props.required) && !props.disabled && !props.readOnly
  // A finger's cross would take the place of four letters of what was chosen.
  const choosing = createChoosing(props, () => isCoarse() && canClear())
  const [isOpen, setOpen] = createSignal(false)
  const [isLeft, setLeft] = createSignal(false)
  const collection = createMemo(() =>
    createListCollection<Option>({ items: choosing.rows(), isItemDisabled: (option) => option.disabled ?? false }),
  )
  let input: HTMLInputElement | undefined
  const opened = (now: boolean, reason: string | undefined) => {
    setOpen(now)
    choosing.setOpen(now)
    if (reason === 'escape-key') choosing.restore()
    if (now || reason === 'escape-key') selectAll(() => (choosing.isTyping() ? undefined : input))
  }
  return (
    <FieldFrame {...props} id={id} wrong={choosing.failed()}>
      <Ark.Root
        ids={{ input: id, label: `${id}-label` }}
        collection={collection()}
        value={choosing.shown() === null ? [] : [choosing.shown() ?? '']}
        onSelect={({ itemValue }) => choosing.choose(itemValue)}
        inputValue={choosing.text()}
        onOpenChange={({ open, reason }) => opened(open, reason)}
        inputBehavior={choosing.isTyping() ? 'autohighlight' : 'none'}
        selectionBehavior="preserve"
        allowCustomValue
        openOnClick
        disabled={props.disabled}
        readOnly={props.readOnly}
        positioning={{ gutter: 4, fitViewport: true, sameWidth: false }}
        lazyMount
        unmountOnExit
      >
        <Ark.Control class="box">
          <Ark.Input
            {...fieldAttributes(id, props, choosing.failed())}
            placeholder={props.readOnly ? undefined : (props.placeholder ?? t('common.notChosen'))}
            autocomplete="off"
            data-draft={choosing.isTyping() ? '' : undefined}
            ref={(element) => {
              input = element
              element.addEventListener('keydown', choosing.beforeKey, { capture: true })
              if (props.autofocus) focusOnce(element)
            }}
            onFocus={(event) => event.currentTarget.select()}
            onInput={(event) => choosing.type(event.currentTarget.value)}
            onBlur={() => {
              if (isOpen()) setLeft(true)
              choosing.leave()
            }}
            onKeyDown={choosing.keyDown}
          />
          {props.end}
          <Show when={!isCoarse() && canClear() && choosing.shown() !== null}>
            <IconButton icon={X} label={t('common.clear')} onClick={choosing.clear} tabIndex={-1} />
          </Show>
          <Show when={!props.readOnly}>
            <Ark.Trigger class="icon-button ghost" aria-label={t('common.choose')} tabIndex={-1}>
              <ChevronDown class="icon" aria-hidden="true" />
            </Ark.Trigger>
          </Show>
        </Ark.Control>
        <LeftAtOnce input={input} isLeft={isLeft()} over={() => setLeft(false)} />
        <LatePortal open={isOpen()}>
          <Ark.Positioner>
            <div class="pop combobox-pop">
              <Ark.Content class="pop-list">
                <For each={choosing.rows()}>
                  {(option) => (
                    <Ark.Item item={option} class="item">
                      <Show
                        when={option.value === CREATE}
                        fallback={<OptionRow option={option} isChosen={option.value === choosing.shown()} />}
                      >
                        <Plus class="icon" aria-hidden="true" />
                        <span class="item-text cut">{option.label}</span>
                      </Show>
                    </Ark.Item>
                  )}
                </For>
              </Ark.Content>
              <Note choosing={choosing} loading={props.loading ?? false} />
            </div>
          </Ark.Positioner>
        </LatePortal>
      </Ark.Root>
    </FieldFrame>
  )
}

/** Under the options: that there are none, or that there are more. */
function Note(props: { readonly choosing: ReturnType<typeof createChoosing>; readonly loading: boolean }) {
  const { t } = useWords()
  const text = () => {
    if (props.choosing.hidden() > 0) return t('common.fields.moreItems', { n: props.choosing.hidden() })
    if (props.choosing.rows().length > 0) return undefined
    return t(props.loading ? 'common.loading' : 'common.fields.nothingFound')
  }
  return (
    <Show when={text()}>
      <p class="pop-note" role="status">
        {text()}
      </p>
    </Show>
  )
}

/** Typing then replaces what stands there. On opening and closing, the caret is put to the end a frame later: this comes after it. */
function selectAll(input: () => HTMLInputElement | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => input()?.select()))
}
