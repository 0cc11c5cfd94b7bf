import { createEffect, createSignal } from 'solid-js'
import type { Pile } from './pile.ts'

type Focus = FocusEvent & { readonly currentTarget: Element }

/**
 * Who looks at what is said holds it: by a mouse that moves over it, or by the focus in it.
 *
 * @returns What hears of it on the element around all toasts, and what gives the focus back when a toast goes that has it.
 */
export function createAttention({ shown, hold }: Pick<Pile<unknown>, 'shown' | 'hold'>) {
  const [isPointed, setPointed] = createSignal(false)
  const [isFocused, setFocused] = createSignal(false)
  let before: EventTarget | null = null
  const isInside = ({ currentTarget, relatedTarget }: Focus) =>
    relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
  createEffect(() => hold(isPointed() || isFocused()))
  createEffect(() => shown().length === 0 && setPointed(false))
  const heard = {
    // Behind a finger the browser acts out a mouse, which comes to what appears at that place and never leaves it: it does not move.
    onPointerMove: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') setPointed(true)
    },
    onPointerLeave: () => setPointed(false),
    onFocusIn: (event: Focus) => {
      if (!isInside(event)) before = event.relatedTarget
      setFocused(true)
    },
    onFocusOut: (event: Focus) => setFocused(isInside(event)),
  }
  const giveBack = (going: Element) => {
    if (!going.contains(document.activeElement)) return
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }
  return { heard, giveBack }
}
