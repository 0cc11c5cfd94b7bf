import fc from 'fast-check'
import { COMPLETED } from '../../orders/moves/completed.ts'
import type { FunnelKind, FunnelMove, FunnelOptions, FunnelOrder } from '../types.ts'

const MINUTE = 60_000
export const START = Date.UTC(2016, 8, 1)
/** After nearly all histories. */
export const END = START + 48 * 60 * MINUTE

/** Kinds that share states, one of them with «Завершен» alone, one removed, one missing, and one that no test asks for. */
const KINDS: readonly FunnelKind[] = [
  { id: 'long', name: 'long', sort: 'work', states: ['a', 'b', 'c', 'd', COMPLETED] },
  { id: 'short', name: 'short', sort: 'customer', states: ['b', 'x', 'a', COMPLETED] },
  { id: 'bare', name: 'bare', sort: 'customer', states: [COMPLETED] },
  { id: 'removed', name: 'removed', sort: 'work', states: ['b', 'a', COMPLETED], gone: 'removed' },
  { id: 'missing', name: '', sort: 'work', states: [], gone: 'missing' },
]
const KIND_IDS = ['long', 'long', 'long', 'short', 'bare', 'removed', 'missing', 'unasked']

/** `gone` is in no kind any more; the others stand in one or two. */
const STATES = ['a', 'a', 'b', 'b', 'c', 'd', 'x', 'gone', COMPLETED, COMPLETED, COMPLETED, COMPLETED]

/** Steps of time around the two minutes within which an undo makes a pair, and longer ones. */
const step = fc.constantFrom(0, 1, MINUTE, 2 * MINUTE - 1, 2 * MINUTE, 2 * MINUTE + 1, 60 * MINUTE, 700 * MINUTE)

const aMove = fc.record({
  kind: fc.option(fc.constantFrom(...KIND_IDS), { nil: undefined, freq: 8 }),
  state: fc.constantFrom(...STATES),
  step,
  completion: fc.constantFrom('success', 'cancelled', 'cancelled', undefined),
  reason: fc.constantFrom('price', 'late', 'far', undefined),
  /** How many moves back the one is that this undoes. */
  undoes: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 3 }),
  id: fc.integer({ min: 0, max: 99 }),
})

type Drawn = typeof aMove extends fc.Arbitrary<infer T> ? T : never

/** A history with skips, going back, cancelling, reopening, other kinds, unknown states and undo; in no order. */
const someMoves = (kind: string) =>
  fc
    .tuple(fc.array(aMove, { maxLength: 9 }), fc.integer({ min: 0, max: 8 }), fc.boolean())
    .map(([drawn, late, reverse]) => {
      const moves = historyOf(kind, drawn, START + late * 60 * MINUTE)
      return reverse ? moves.reverse() : moves
    })

function historyOf(first: string, drawn: readonly Drawn[], from: number): FunnelMove[] {
  let at = from
  let kind = first
  const ids = drawn.map(({ id }, i) => `${String(id).padStart(2, '0')}-${i}`)
  return drawn.map(({ state, completion, reason, undoes, ...move }, i) => {
    at += move.step
    kind = move.kind ?? kind
    const undone = undoes === undefined ? undefined : ids[i - undoes]
    return { id: ids[i] ?? '', kind, state, at, completion, reason, undoes: undone }
  })
}

/** An order with one of a few ids, so that a list of them has several forms of the same order. */
export const anOrder: fc.Arbitrary<FunnelOrder> = fc.constantFrom(...KIND_IDS).chain((kind) =>
  fc.record({
    id: fc.integer({ min: 0, max: 30 }).map((id) => `order-${id}`),
    sort: fc.constantFrom('customer' as const, 'work' as const),
    kind: fc.constant(kind),
    date: fc.integer({ min: 0, max: 8 }).map((hour) => START + hour * 60 * MINUTE),
    customer: fc.constantFrom('c1', 'c2', 'c3', null),
    manager: fc.constantFrom('m1', 'm2', null),
    department: fc.constantFrom('d1', 'd2'),
    total: fc.integer({ min: 0, max: 1_000_000 }),
    moves: someMoves(kind),
  }),
)

export const someOrders = fc.uniqueArray(anOrder, { maxLength: 24, size: '+1', selector: ({ id }) => id })

/** On the hour, where histories begin and orders are dated, so that bounds are met exactly; or a little later. */
const aTime = (first: number, last: number) =>
  fc
    .tuple(fc.integer({ min: first, max: last }), fc.constantFrom(0, 0, 0, 1, MINUTE / 2, MINUTE, 3 * MINUTE))
    .map(([hour, later]) => START + hour * 60 * MINUTE + later)

const aPeriod = fc.record({
  from: fc.oneof(fc.constant(Number.NEGATIVE_INFINITY), aTime(0, 4)),
  to: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), aTime(3, 12)),
  basis: fc.constantFrom('order' as const, 'move' as const),
})

/** All variants, modes, bases; moments before, within and after the histories. */
export const someOptions: fc.Arbitrary<FunnelOptions> = fc.record({
  kinds: fc.oneof(fc.constant(KINDS), fc.shuffledSubarray([...KINDS])),
  period: aPeriod,
  moment: fc.oneof(fc.constant('now' as const), aTime(-1, 24)),
  mode: fc.constantFrom('reached' as const, 'visited' as const),
  by: fc.constantFrom('order' as const, 'customer' as const, 'manager' as const, 'department' as const),
  filter: fc.option(
    fc
      .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 15, maxLength: 31 })
      .map((ids) => new Set(ids.map((id) => `order-${id}`))),
    { nil: undefined, freq: 3 },
  ),
})
