import { type Accessor, createComputed, createMemo, createSignal, type Signal, untrack } from 'solid-js'
import { createHurry } from './hurry.ts'
import type { Edges } from './window.ts'

/**
 * Which position stands in a slot, where `size` positions from `first` on stand in as many slots: one that stays in the window stays
 * in its slot.
 */
export function positionIn(slot: number, { first, end }: Edges): number {
  const size = end - first
  return first + ((((slot - first) % size) + size) % size)
}

/**
 * Slots for what stands in a window. What leaves it at one edge makes room for what comes in at the other: elements are filled anew,
 * not made anew, and those in between are not touched.
 */
export function createSlots(edges: Accessor<Edges>) {
  const size = createMemo(() => edges().end - edges().first)
  // Signals, not memos of the edges: at each step of a scroll Solid would ask everything that stands in a row whether it is up to date.
  const positions = new Map<number, Signal<number>>()
  /** The slots as their positions follow each other. */
  const inOrder = () => Array.from({ length: size() }, (_, at) => (edges().first + at) % size())
  const hurry = createHurry(() => untrack(inOrder))
  createComputed((before: Edges) => {
    const now = edges()
    const moved = [...positions].filter(([slot, [position]]) => untrack(position) !== positionIn(slot, now))
    if (now.end - now.first === before.end - before.first) hurry.came(moved.map(([slot]) => slot))
    for (const [slot, [, set]] of moved) set(positionIn(slot, now))
    return now
  }, untrack(edges))
  return {
    all: createMemo(() => Array.from({ length: size() }, (_, slot) => slot)),
    /** Where a slot stands now; most do not move as the window does. */
    positionOf(slot: number): Accessor<number> {
      const position = positions.get(slot) ?? createSignal(positionIn(slot, untrack(edges)))
      positions.set(slot, position)
      return position[0]
    },
    /** The slot of a position; undefined outside of the window. */
    slotOf: (position: number) => {
      const { first, end } = edges()
      return position >= first && position < end ? position % size() : undefined
    },
    inOrder,
    /** Whether what has come to stand in a slot is drawn later: so much comes in a flick that nobody can read it. */
    isLate: hurry.isLate,
  }
}
