import type { FunnelMove, FunnelOrder, FunnelSort } from '../types.ts'
import { inOrder, undoPairs } from './history.ts'
import { Interner } from './interner.ts'

/** Sorts by their numbers in a bundle; 0 is for what does not count. */
export const BUNDLED_SORTS = [null, 'customer', 'work'] as const satisfies readonly (FunnelSort | null)[]

/** An order before its total is turned into the company's currency. */
export interface BundledOrder extends FunnelOrder {
  /** The currency of its total; null: the company's. */
  readonly currency: string | null
}

/**
 * Orders as columns keep them (columns.ts), with numbers of their own for texts: made once, kept, and put into columns all
 * at once. An order stands where it was given; its moves lie behind those of the order before, by time and id.
 */
export interface FunnelBundle {
  readonly texts: readonly string[]
  /** 0: nothing stands there. */
  readonly sorts: Uint8Array<ArrayBuffer>
  readonly dates: Float64Array<ArrayBuffer>
  /** Minor units of its own currency. */
  readonly totals: Float64Array<ArrayBuffer>
  /** Numbers of texts; -1 for null. */
  readonly currencies: Int32Array<ArrayBuffer>
  readonly customers: Int32Array<ArrayBuffer>
  readonly managers: Int32Array<ArrayBuffer>
  readonly departments: Int32Array<ArrayBuffer>
  /** How many moves. */
  readonly counts: Int32Array<ArrayBuffer>
  readonly times: Float64Array<ArrayBuffer>
  readonly kinds: Int32Array<ArrayBuffer>
  readonly states: Int32Array<ArrayBuffer>
  readonly cancels: Uint8Array<ArrayBuffer>
  readonly reasons: Int32Array<ArrayBuffer>
  /** As of undoPairs. */
  readonly pairs: Int32Array<ArrayBuffer>
}

/** Bundles orders; null stands for one that does not count. */
export function bundleOf(orders: readonly (BundledOrder | null)[]): FunnelBundle {
  const texts = new Interner()
  const moved = orders.map((order) => (order ? inOrder(order.moves) : []))
  const moves = moved.flat()
  const ints = (of: (order: BundledOrder) => number) => Int32Array.from(orders, (order) => (order ? of(order) : -1))
  const floats = (of: (order: BundledOrder) => number) => Float64Array.from(orders, (order) => (order ? of(order) : 0))
  const isCancelling = (move: FunnelMove) => move.completion === 'cancelled'
  return {
    sorts: Uint8Array.from(orders, (order) => (order ? BUNDLED_SORTS.indexOf(order.sort) : 0)),
    dates: floats(({ date }) => date),
    totals: floats(({ total }) => total),
    currencies: ints(({ currency }) => texts.numberOrNone(currency)),
    customers: ints(({ customer }) => texts.numberOrNone(customer)),
    managers: ints(({ manager }) => texts.numberOrNone(manager)),
    departments: ints(({ department }) => texts.numberOrNone(department)),
    counts: Int32Array.from(moved, ({ length }) => length),
    times: Float64Array.from(moves, ({ at }) => at),
    kinds: Int32Array.from(moves, ({ kind }) => texts.numberOf(kind)),
    states: Int32Array.from(moves, ({ state }) => texts.numberOf(state)),
    cancels: Uint8Array.from(moves, (move) => Number(isCancelling(move))),
    reasons: Int32Array.from(moves, ({ reason }) => texts.numberOrNone(reason)),
    pairs: pairsOf(moved, moves.length),
    texts: texts.all(),
  }
}

function pairsOf(moved: readonly (readonly FunnelMove[])[], length: number): Int32Array<ArrayBuffer> {
  const pairs = new Int32Array(length)
  let start = 0
  for (const moves of moved) {
    const own = undoPairs(moves)
    if (own) pairs.set(own, start)
    start += moves.length
  }
  return pairs
}
