import ArrowLeft from 'lucide-solid/icons/arrow-left'
import X from 'lucide-solid/icons/x'
import { children, createMemo, type JSX, onCleanup, onMount, type ParentProps, Show } from 'solid-js'
import { IconButton } from '../actions/button.tsx'
import { createCardFocus } from '../focus/card-focus.ts'
import { listenToKeys } from '../keys/keys.ts'
import { createKeyNotes } from '../keys/offers.ts'
import { COARSE, createMedia, NARROW } from '../look/media.ts'
import { useWords } from '../words/words.tsx'
import './side-card.css'

export interface ListAndCardProps {
  readonly list: JSX.Element
  /** A SideCard; nothing when none is open. */
  readonly card?: JSX.Element
}

/** A list with the card of what is open in it. The list stays as it is; on narrow screens the card covers it. */
export function ListAndCard(props: ListAndCardProps) {
  const isNarrow = createMedia(NARROW)
  const shown = children(() => props.card)
  const card = createMemo(() => shown.toArray().find((one) => one instanceof Element) ?? null)
  const isOpen = () => card() !== null
  let list: HTMLDivElement | undefined
  createCardFocus({ list: () => list, card, covers: isNarrow })
  return (
    <div class="list-and-card" classList={{ open: isOpen() }}>
      <div ref={list} class="list-place" inert={isOpen() && isNarrow()}>
        {props.list}
      </div>
      {shown()}
    </div>
  )
}

export interface SideCardProps extends ParentProps {
  readonly title: JSX.Element
  /** A small line over the title: what sort of thing it is, its number and date. */
  readonly over?: JSX.Element
  readonly actions?: JSX.Element
  /** It is to be filled in: its first field takes the focus, also from its list; its head where a keyboard came up for it. */
  readonly fresh?: boolean
  /** The cross, the back button, Escape. */
  readonly onClose: () => void
  readonly footer?: JSX.Element
}

/** The card of one thing beside its list. Escape closes it, wherever one is. */
export function SideCard(props: SideCardProps) {
  const { t } = useWords()
  const isNarrow = createMedia(NARROW)
  createKeyNotes(() => ({
    heading: t('keys.groups.card'),
    rows: [{ keys: 'Escape', label: t('keys.close') }],
  }))
  const isCoarse = createMedia(COARSE)
  let head: HTMLHeadingElement | undefined
  const first = () => (isCoarse() ? null : head?.parentElement?.querySelector('input'))
  onMount(() => props.fresh && (first() ?? head)?.focus({ preventScroll: true }))
  onCleanup(listenToKeys(() => new Map([['Escape', props.onClose]])))
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    props.onClose()
  }
  return (
    <aside class="side-card" onKeyDown={keyDown}>
      <header>
        <Show when={isNarrow()}>
          <IconButton icon={ArrowLeft} label={t('common.back')} onClick={() => props.onClose()} />
        </Show>
        <div class="side-card-over cut">{props.over}</div>
        <div class="side-card-actions">
          {props.actions}
          <Show when={!isNarrow()}>
            <IconButton icon={X} label={t('common.close')} onClick={() => props.onClose()} />
          </Show>
        </div>
      </header>
      <div class="side-card-body">
        <h2 ref={head} tabIndex={-1}>
          {props.title}
        </h2>
        {props.children}
      </div>
      <footer>{props.footer}</footer>
    </aside>
  )
}
