import type { Page } from '@playwright/test'
import { focus } from './keyboard.ts'

/** Presses that are more than there are controls: lists that scroll and parts of the frame that stand between. */
const SPARE = 12
/** So many presses go by before it is asked whether the way is at its end. */
const AT_ONCE = 8

/**
 * Goes through a page by Tab from its start, or from behind its menu where that is known, or through the pane that stands over it, and tells what is wrong: controls that are
 * not reached, the focus lost before the end, out of sight or without a ring, or outside of a dialog that holds it.
 */
export async function wrongByTab(page: Page, { pastMenu = false } = {}): Promise<string[]> {
  const ring = await page.evaluateHandle<(wanted: Element | null) => string>(`(${focus})`)
  const look = await page.evaluateHandle<typeof note>(`(${note})`)
  const walk = await page.evaluateHandle(begin, pastMenu)
  const most = await walk.evaluate(listen, { ring, look })
  for (let steps = 1; steps <= most + SPARE; steps++) {
    await page.keyboard.press('Tab')
    if (steps % AT_ONCE === 0 && (await walk.evaluate(({ isOver }) => isOver))) break
  }
  const wrong = await walk.evaluate((over) => {
    const { left, wrong } = over
    over.isOver = true
    const shortly = (one: Element) => one.outerHTML.slice(0, 160)
    return [...wrong, ...[...left].map((one) => `not reached: ${shortly(one)}`)]
  })
  await Promise.all([walk, look, ring].map((one) => one.dispose()))
  return wrong
}

/** A way through a page: what it has yet to come to, and what was wrong on it. */
interface Walk {
  readonly pane: Element | null
  readonly left: Set<Element>
  readonly met: Set<Element>
  readonly wrong: string[]
  isOver: boolean
}

/** In the page: gathers what is to be reached, and puts the focus before the first of it. */
function begin(pastMenu: boolean): Walk {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=button], [tabindex="0"]'
  // One of each is a stop; arrows lead to the others.
  const ROVING =
    '[role=menu], [role=tablist], [role=grid], [role=radiogroup], [role=listbox], [role=toolbar], .board, .job-board, .groups > ul'
  const panes = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')]
  const pane = panes.findLast((one) => one.checkVisibility({ visibilityProperty: true })) ?? null
  const isSeen = (one: Element) => {
    const { width, height } = one.getBoundingClientRect()
    return width > 1 && height > 1 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }
  // The arrows of a field that is searched by typing open what the field's own arrow keys do.
  const isFieldsOwn = (one: Element) => one.parentElement?.querySelector('[role=combobox]') !== null
  const isStop = (one: HTMLInputElement) => {
    const group = found.filter((other) => other instanceof HTMLInputElement && other.name === one.name)
    return one === (group.find((other) => other.matches(':checked')) ?? group[0])
  }
  const isResting = (one: Element) =>
    one instanceof HTMLInputElement && one.type === 'radio'
      ? !isStop(one)
      : (one as HTMLElement).tabIndex < 0 && (one.closest(ROVING) !== null || isFieldsOwn(one))
  const faceOf = (one: Element) => (one.matches('[type=checkbox], [type=radio]') ? one.closest('label') : null) ?? one
  const isOut = (one: Element) => one.matches(':disabled, [type=hidden]') || one.closest('[inert], [aria-hidden=true]')
  const menu = pastMenu ? document.querySelector('nav') : null
  const isBefore = (one: Element) =>
    menu !== null && (menu.contains(one) || one.compareDocumentPosition(menu) === Node.DOCUMENT_POSITION_FOLLOWING)
  const found = [...(pane ?? document.body).querySelectorAll(CONTROLS)].filter((one) => pane !== null || !isBefore(one))
  const left = found.filter((one) => !isOut(one) && !isResting(one) && isSeen(faceOf(one)))
  const here = document.activeElement
  const met = pane && here && pane.contains(here) ? [here] : []
  if (!pane) {
    // Behind what holds the focus and cannot be reached by it the way goes on.
    const start = menu?.nextElementSibling ?? document.body
    start.setAttribute('tabindex', '-1')
    ;(start as HTMLElement).focus()
    start.removeAttribute('tabindex')
  }
  return { pane, left: new Set(left).difference(new Set(met)), met: new Set(met), wrong: [], isOver: false }
}

/** In the page: looks around after each press of Tab, until the way is at its end; gives how many controls there are. */
function listen(
  walk: Walk,
  { ring, look }: { readonly ring: (wanted: Element | null) => string; readonly look: typeof note },
): number {
  const pressed = ({ key }: KeyboardEvent) => {
    if (walk.isOver) removeEventListener('keyup', pressed, true)
    else if (key === 'Tab') walk.isOver = look(walk, ring)
  }
  addEventListener('keyup', pressed, true)
  return walk.left.size
}

/** In the page: looks where the focus is now; true when the way is at its end. */
function note({ pane, left, met, wrong }: Walk, ring: (wanted: Element | null) => string): boolean {
  const place = document.activeElement
  const shortly = (one: Element) => one.outerHTML.slice(0, 160)
  const isAt = (one: Element, x: number, y: number) => one.contains(document.elementFromPoint(x, y))
  // A browser takes for seen what is seen in part.
  const isInSight = (one: Element) => {
    const { left: from, top, right, bottom } = one.getBoundingClientRect()
    const [west, north] = [Math.max(from, 0), Math.max(top, 0)]
    const [east, south] = [Math.min(right, innerWidth), Math.min(bottom, innerHeight)]
    const parts = [0.1, 0.3, 0.5, 0.7, 0.9]
    return parts.some((x) => parts.some((y) => isAt(one, west + (east - west) * x, north + (south - north) * y)))
  }
  const isAtEnd = [...left].every((one) => (one as HTMLElement).tabIndex < 0)
  if (!place || place === document.body) {
    if (!isAtEnd) wrong.push(`lost behind ${[...met].slice(-1).map(shortly)}`)
    return isAtEnd
  }
  if (met.has(place)) return isAtEnd
  met.add(place)
  left.delete(place)
  if (pane && !pane.contains(place)) {
    if (pane.getAttribute('aria-modal') === 'true') wrong.push(`outside of the dialog: ${shortly(place)}`)
    return true
  }
  const seen = ring(null)
  if (seen !== 'seen') wrong.push(seen)
  const face = place.matches('[type=checkbox], [type=radio]') ? (place.closest('label') ?? place) : place
  if (!isInSight(face)) wrong.push(`out of sight: ${shortly(place)}`)
  return false
}
