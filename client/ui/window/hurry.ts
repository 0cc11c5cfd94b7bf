import { createSignal, onCleanup, type Signal } from 'solid-js'

/** So many things that come in a frame can still be read; more of them, frame after frame, cannot. */
const READABLE = 8
/** Frames in which so many come follow each other within this time, ms; when it has passed, what was left out is drawn. */
const REST = 100
/** So many leaps are drawn at once: one or two are made by keys, by a card that opens, by a list that shrinks. */
const LEAPS = 2
/** So many of those that were left out are drawn in a frame. */
const IN_A_FRAME = 8

/**
 * Which slots of a window need not be drawn yet: in a flick over a long list things come faster than anybody reads them, and than they
 * can be drawn. `inOrder` gives the slots from the top down.
 */
export function createHurry(inOrder: () => readonly number[]) {
  const signals = new Map<number, Signal<boolean>>()
  const late = new Set<number>()
  let lastLeap = Number.NEGATIVE_INFINITY
  let leaps = 0
  let frame = 0
  const signalOf = (slot: number) => {
    const signal = signals.get(slot) ?? createSignal(late.has(slot))
    signals.set(slot, signal)
    return signal
  }
  const set = (slot: number, isLate: boolean) => {
    if (isLate) late.add(slot)
    else late.delete(slot)
    signalOf(slot)[1](isLate)
  }
  const settle = () => {
    const due = inOrder().filter((slot) => late.has(slot))
    // Slots that the window has no more are ready for when it has them again.
    const ready = due.length === 0 ? [...late] : due.slice(0, IN_A_FRAME)
    if (performance.now() - lastLeap >= REST) for (const slot of ready) set(slot, false)
    frame = late.size > 0 ? requestAnimationFrame(settle) : 0
  }
  onCleanup(() => cancelAnimationFrame(frame))
  return {
    isLate: (slot: number) => signalOf(slot)[0](),
    /** Other things have come to stand in these slots. */
    came(slots: readonly number[]) {
      if (slots.length <= READABLE) return
      const now = performance.now()
      leaps = now - lastLeap < REST ? leaps + 1 : 1
      lastLeap = now
      if (leaps <= LEAPS) return
      for (const slot of slots) set(slot, true)
      if (frame === 0) frame = requestAnimationFrame(settle)
    },
  }
}
