import { onCleanup } from 'solid-js'

const CAN_HOLD =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"], :disabled)'

/** Where the focus was: its ancestors from the nearest on, each with the position of the one below it. */
type Way = readonly { readonly parent: Element; readonly at: number }[]

/**
 * Never leaves the focus on nothing: when what had it goes away (a line that is removed, a button that is switched off),
 * it goes to what stands in its place now, else to `home`; what was moved on the page has it again. A click beside
 * everything takes the focus away as ever.
 */
export function createFocusKeeper(home: () => HTMLElement | undefined): void {
  let last: Element | null = null
  let way: Way = []
  let isPressed = false
  const press = () => {
    isPressed = true
  }
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return
    last = target
    way = wayTo(target)
    isPressed = false
  }
  const look = () => {
    if (last === null || !isLost()) return
    if (isGone(last)) (inPlace(way) ?? home())?.focus({ preventScroll: true })
    else if (!isPressed && last instanceof HTMLElement && isMoved(last, way)) last.focus({ preventScroll: true })
  }
  // Dialogs give the focus back by themselves, by a timer that they set before they go: this one comes after it.
  const lookSoon = () => {
    const [lost, stood] = [last, last?.isConnected]
    // What had the focus since and has lost it, or was switched off and has gone since with its dialog, has asked for a look
    // of its own: this one would come before the dialog's timer.
    const lookIfSame = () => last === lost && last?.isConnected === stood && look()
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(lookIfSame)))
  }
  const observer = new MutationObserver(() => isLost() && lookSoon())
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden', 'inert'] })
  document.addEventListener('focusin', note)
  document.addEventListener('pointerdown', press, true)
  onCleanup(() => {
    observer.disconnect()
    document.removeEventListener('focusin', note)
    document.removeEventListener('pointerdown', press, true)
  })
}

function wayTo(element: Element): Way {
  const way: { parent: Element; at: number }[] = []
  for (let at: Element = element; at.parentElement && at.parentElement !== document.body; at = at.parentElement)
    way.push({ parent: at.parentElement, at: [...at.parentElement.children].indexOf(at) })
  return way
}

/** What can hold the focus nearest to where it was: in the element that took its place, or in the one before it. */
function inPlace(way: Way): HTMLElement | undefined {
  for (const { parent, at } of way) {
    if (!parent.isConnected || parent.id === 'root') continue
    const near = parent.children[at] ?? parent.lastElementChild
    const found = near && (canHold(near) ? near : (firstIn(near) ?? firstIn(parent)))
    if (found instanceof HTMLElement) return found
  }
  return undefined
}

/** Whether an element stands elsewhere than it did: moving it has taken the focus from it. */
function isMoved(element: Element, before: Way): boolean {
  return wayTo(element).some(({ parent, at }, i) => parent !== before[i]?.parent || at !== before[i]?.at)
}

/** What has just been switched off keeps the focus until the page is drawn. */
function isLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled')
}

function isGone(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled') || !element.checkVisibility()
}

function firstIn(element: Element): Element | undefined {
  return [...element.querySelectorAll(CAN_HOLD)].find(canHold)
}

function canHold(element: Element): boolean {
  const isShown = element.isConnected && element.checkVisibility({ visibilityProperty: true })
  return isShown && element.matches(CAN_HOLD) && !element.closest('[inert]')
}
