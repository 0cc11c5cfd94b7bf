import type { Accessor } from 'solid-js'

/** Keys that leave a list, or do something else than choose in it. */
const PASSED = new Set(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta'])

/**
 * Keys that come between the opening of a list and its getting the focus: the library gives it that in the next frame, and
 * its button, which hears them until then, would close the list by them. They are handed to the list.
 */
export function createEarlyKeys(isOpen: Accessor<boolean>) {
  let early: KeyboardEvent[] = []
  const hold = (event: KeyboardEvent) => {
    if (!isOpen() || PASSED.has(event.key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    early.push(event)
  }
  return {
    /** Of the button: hears its keys before the library does. */
    button: (element: HTMLElement) => element.addEventListener('keydown', hold, { capture: true }),
    /** Of the list, which has got the focus. */
    handOn: ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
      const held = early
      early = []
      for (const { key, code } of held)
        currentTarget.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))
    },
    /** The list is closed. */
    forget: () => {
      early = []
    },
  }
}
