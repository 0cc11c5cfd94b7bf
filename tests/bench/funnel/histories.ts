import type { FunnelKind, FunnelMove, FunnelOrder } from '../../shared/funnel/index.ts'
import { COMPLETED } from '../../shared/orders/completed.ts'

const HOUR = 3_600_000

/** Orders are dated in the five years before this. */
export const BENCH_NOW = Date.UTC(2026, 9, 1)
const YEARS = 5 * 365 * 24 * HOUR

export const BENCH_KINDS: readonly FunnelKind[] = [
  {
    id: 'kitchens',
    name: 'kitchens',
    sort: 'work',
    states: ['measure', 'design', 'offer', 'make', 'stock', 'done', COMPLETED],
  },
  { id: 'shop', name: 'shop', sort: 'customer', states: ['site', 'confirm', 'wait', 'stock', 'courier', COMPLETED] },
  { id: 'repair', name: 'repair', sort: 'work', states: ['call', 'measure', 'offer', 'make', 'done', COMPLETED] },
]

const REASONS = ['price', 'elsewhere', 'unreachable', 'too late', 'quality']

/** A number in [0, 1), the next of a series that the seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * `count` orders with 2 to 6 moves each, 4 on the mean: forward, skipping, back, cancelled, reopened, changed to another kind, undone.
 * The same for the same seed.
 */
export function* benchOrders(count: number, seed = 2016): Generator<FunnelOrder> {
  const random = seeded(seed)
  for (let i = 0; i < count; i++) yield benchOrder(i, random)
}

function benchOrder(i: number, random: () => number): FunnelOrder {
  const kind = pick(BENCH_KINDS, random)
  const date = Math.floor(BENCH_NOW - random() * YEARS)
  return {
    id: `order-${i}`,
    sort: kind.sort,
    kind: kind.id,
    date,
    customer: `customer-${Math.floor(random() * 8000)}`,
    manager: random() < 0.02 ? null : `manager-${Math.floor(random() * 40)}`,
    department: `department-${Math.floor(random() * 6)}`,
    total: Math.floor(random() * 30_000_000),
    moves: benchMoves(i, kind, date, 2 + (i % 5), random),
  }
}

function benchMoves(order: number, first: FunnelKind, date: number, count: number, random: () => number): FunnelMove[] {
  const moves: FunnelMove[] = []
  let kind = first
  let row = -1
  let at = date
  for (let i = 0; i < count; i++) {
    const before = moves.at(-1)
    const undoes = before && before.undoes === undefined && random() < 0.005 ? before.id : undefined
    if (random() < 0.01) kind = pick(BENCH_KINDS, random)
    row = nextRow(row, kind.states.length, random())
    at += undoes ? Math.floor(random() * 90_000) : Math.floor((1 + random() * 300) * HOUR)
    const cancels = i === count - 1 ? random() < 0.3 : random() < 0.02
    const state = cancels ? COMPLETED : (kind.states[row] ?? COMPLETED)
    moves.push({ id: `${order}-${i}`, kind: kind.id, state, at, undoes, ...endOf(state, cancels, random) })
  }
  return moves
}

/** One state on, mostly; now and then two on, one back, or out of the kind's end and back to the middle. */
function nextRow(row: number, length: number, dice: number): number {
  const next = dice < 0.8 ? row + 1 : dice < 0.92 ? row + 2 : row - 1
  if (next < 0) return 0
  return next < length ? next : Math.floor(length / 2)
}

function endOf(state: string, cancels: boolean, random: () => number): Pick<FunnelMove, 'completion' | 'reason'> {
  if (state !== COMPLETED) return {}
  return cancels ? { completion: 'cancelled', reason: pick(REASONS, random) } : { completion: 'success' }
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T
}
