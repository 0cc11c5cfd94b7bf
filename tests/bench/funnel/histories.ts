import { COMPLETED } from '../../../shared/orders/moves/completed.ts'

const HOUR = 3_600_000

/** A kind of the bench: its sort, and its states without «Завершен», which is everybody's. */
export interface BenchKind {
  readonly id: string
  readonly sort: 'customer' | 'work'
  readonly states: readonly string[]
}

export const BENCH_KINDS: readonly BenchKind[] = [
  { id: 'kitchens', sort: 'work', states: ['measure', 'design', 'offer', 'make', 'stock', 'done'] },
  { id: 'repair', sort: 'work', states: ['call', 'measure', 'offer', 'make', 'done'] },
  { id: 'shop', sort: 'customer', states: ['site', 'confirm', 'wait', 'stock', 'courier'] },
]

export const REASONS = ['price', 'elsewhere', 'unreachable', 'late', 'quality'] as const

/** How many moves an order makes after it was created in its first state. */
export const MOVES = 4

/** One move of a history, made so many ms after what was before. */
export interface Step {
  readonly wait: number
  readonly to: 'undo' | Move
}

export interface Move {
  readonly kind: string
  readonly state: string
  readonly completion?: 'success' | 'cancelled'
  readonly reason?: string
}

/** Where an order starts, and the moves that it then makes. */
export interface History {
  readonly kind: BenchKind
  readonly start: string
  readonly steps: readonly Step[]
}

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

/** Forward mostly; now and then skipping, back, cancelled, reopened, of another kind of its sort, undone within two minutes. */
export function historyOf(random: () => number): History {
  const kind = pick(BENCH_KINDS, random)
  const start = kind.states[random() < 0.9 ? 0 : 1] ?? COMPLETED
  const steps: Step[] = []
  let at = { kind, state: start }
  let before = at
  for (let i = 0; i < MOVES; i++) {
    const isUndo = steps.length > 0 && steps.at(-1)?.to !== 'undo' && random() < 0.01
    if (isUndo) {
      at = before
      steps.push({ wait: Math.floor(random() * 90_000), to: 'undo' })
      continue
    }
    before = at
    at = nextPlace(at, random, i === MOVES - 1)
    steps.push({ wait: Math.floor((1 + random() * 300) * HOUR), to: moveTo(at, random) })
  }
  return { kind, start, steps }
}

interface Place {
  readonly kind: BenchKind
  readonly state: string
  readonly isCancelled?: boolean
}

function nextPlace({ kind, state }: Place, random: () => number, isLast: boolean): Place {
  const next =
    random() < 0.01
      ? pick(
          BENCH_KINDS.filter(({ sort }) => sort === kind.sort),
          random,
        )
      : kind
  const isDone = state === COMPLETED
  if (!isDone && random() < (isLast ? 0.3 : 0.02)) return { kind: next, state: COMPLETED, isCancelled: true }
  const row = isDone ? Math.floor(next.states.length / 2) : nextRow(next.states.indexOf(state), random())
  return { kind: next, state: next.states[row] ?? COMPLETED }
}

/** One state on, mostly; now and then two on, or one back. */
function nextRow(row: number, dice: number): number {
  if (dice >= 0.92 && row > 0) return row - 1
  return dice < 0.8 ? row + 1 : row + 2
}

function moveTo({ kind, state, isCancelled }: Place, random: () => number): Move {
  if (state !== COMPLETED) return { kind: kind.id, state }
  if (!isCancelled) return { kind: kind.id, state, completion: 'success' }
  return { kind: kind.id, state, completion: 'cancelled', reason: pick(REASONS, random) }
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T
}
