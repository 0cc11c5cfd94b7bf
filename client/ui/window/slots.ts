import { type Accessor, createMemo } from 'solid-js'
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
  return {
    all: createMemo(() => Array.from({ length: size() }, (_, slot) => slot)),
    /** Where a slot stands now; its own memo, since most do not move. */
    createPosition: (slot: number) => createMemo(() => positionIn(slot, edges())),
    /** The slot of a position; undefined outside of the window. */
    slotOf: (position: number) => {
      const { first, end } = edges()
      return position >= first && position < end ? position % size() : undefined
    },
    /** The slots as their positions follow each other. */
    inOrder: () => Array.from({ length: size() }, (_, at) => (edges().first + at) % size()),
  }
}
