import { type Accessor, createEffect, createRenderEffect, on } from 'solid-js'

/** A list with the card that is open beside it. */
interface ListWithCard {
  readonly list: () => HTMLElement | undefined
  /** The card's element; null where none is open. It may be another one while a record is on its way. */
  readonly card: Accessor<Element | null>
  /** The card covers the list. */
  readonly covers: Accessor<boolean>
}

/** Where somebody types or chooses: what opens meanwhile does not take the focus from there. */
const BUSY = 'input, textarea, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
/** What Tab stops at. */
const STOP = 'a[href], button, input, textarea, [tabindex="0"]'

/**
 * The focus beside a card: while one walks through the list it stays there; a card that was opened from elsewhere takes
 * it, and gives it back when it is closed, to the list where that has gone.
 */
export function createCardFocus({ list, card, covers }: ListWithCard): void {
  let before: Element | null = null
  /** Where it led: an element of a list comes to stand for another record. */
  let leads: string | null = null
  const isOpen = () => card() !== null
  createRenderEffect(
    on(isOpen, (open) => {
      if (!open) return
      before = document.activeElement
      leads = hrefOf(before)
    }),
  )
  const giveBack = () => {
    if (document.activeElement !== document.body) return
    const isThere = before?.isConnected && before.matches(STOP) && hrefOf(before) === leads
    const place = isThere ? before : list()?.querySelector('[tabindex="0"]')
    if (place instanceof HTMLElement) place.focus({ preventScroll: true })
  }
  const take = (opened: Element) => {
    const has = document.activeElement
    const stays = list()?.contains(has) ? !covers() : has?.closest(BUSY)
    if (stays || opened.contains(has)) return
    opened.querySelector('h2')?.focus({ preventScroll: true })
  }
  createEffect(
    on(card, (opened, earlier) => {
      if (opened) take(opened)
      else if (earlier) giveBack()
    }),
  )
}

function hrefOf(element: Element | null): string | null {
  return element?.getAttribute('href') ?? null
}
