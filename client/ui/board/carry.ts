import { batch, createSelector, createSignal } from 'solid-js'

/** A place on the board: among the other cards of a cell, `index` of them standing before it. */
export interface Spot {
  readonly lane: string | null
  readonly state: string
  readonly index: number
}

/** A card that has been taken and not been put yet. */
export interface Carried<C> {
  /** As it was when it was taken: what has happened to it since shows in a comparison. */
  readonly card: C
  readonly from: Spot
  readonly by: 'mouse' | 'finger' | 'keys'
}

/** The one card that is being carried, whatever carries it, and where it would be put now. `copy`: cards of a store change as their records do. */
export function createCarry<C extends { readonly id: string }>(
  put: (carried: Carried<C>, to: Spot) => void,
  copy: (card: C) => C,
) {
  const [carried, setCarried] = createSignal<Carried<C> | null>(null)
  const [over, setOver] = createSignal<Spot | null>(null, { equals: isSameSpot })
  const cancel = () =>
    batch(() => {
      setCarried(null)
      setOver(null)
    })
  return {
    carried,
    /** Whether it is the card of a record: heard by that card alone, of all on the board. */
    isCarried: createSelector<string | null, string>(() => carried()?.card.id ?? null),
    over,
    take: (card: C, from: Spot, by: Carried<C>['by']) =>
      batch(() => {
        setCarried({ card: copy(card), from, by })
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

export type Carry<C extends { readonly id: string }> = ReturnType<typeof createCarry<C>>

function isSameSpot(a: Spot | null, b: Spot | null): boolean {
  return a === b || (a !== null && b !== null && a.lane === b.lane && a.state === b.state && a.index === b.index)
}
