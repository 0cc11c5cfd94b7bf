import { batch, createSelector, createSignal } from 'solid-js'
import type { BoardCard } from '../../../../data/queries/board/query.ts'

/** A place on the board: among the other cards of a cell, `index` of them standing before it. */
export interface Spot {
  readonly lane: string | null
  readonly state: string
  readonly index: number
}

/** A card that has been taken and not been put yet. */
export interface Carried {
  /** As it was when it was taken: what has happened to it since shows in a comparison. */
  readonly card: BoardCard
  readonly from: Spot
  readonly by: 'mouse' | 'finger' | 'keys'
}

/** The one card that is being carried, whatever carries it, and where it would be put now. */
export function createCarry(put: (carried: Carried, to: Spot) => void) {
  const [carried, setCarried] = createSignal<Carried | null>(null)
  const [over, setOver] = createSignal<Spot | null>(null, { equals: isSameSpot })
  const cancel = () =>
    batch(() => {
      setCarried(null)
      setOver(null)
    })
  return {
    carried,
    /** Whether it is the card of an order: heard by that card alone, of all on the board. */
    isCarried: createSelector<string | null, string>(() => carried()?.card.id ?? null),
    over,
    take: (card: BoardCard, from: Spot, by: Carried['by']) =>
      batch(() => {
        // A card of the store changes as the order does.
        setCarried({ card: { ...card, heads: [...card.heads] }, from, by })
        setOver(from)
      }),
    hover: setOver,
    cancel,
    /** Puts the card where it is held; nowhere, and it goes back. */
    drop: () => {
      const [held, to] = [carried(), over()]
      cancel()
      if (held && to && !isSameSpot(held.from, to)) put(held, to)
    },
  }
}

export type Carry = ReturnType<typeof createCarry>

function isSameSpot(a: Spot | null, b: Spot | null): boolean {
  return a === b || (a !== null && b !== null && a.lane === b.lane && a.state === b.state && a.index === b.index)
}
