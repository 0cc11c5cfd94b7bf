import { COMPLETED } from '../../orders/moves/completed.ts'
import type { DemoMove } from '../demo-order.ts'
import { type DemoWords, KINDS, type KindId, type ReasonId, type StateId } from '../process.ts'
import type { WorkerId } from '../staff.ts'
import type { Chance } from './random.ts'

const HOUR = 3_600_000

interface Stay {
  /** Hours that an order stays in the state: at least, at most. */
  readonly hours: readonly [number, number]
  /** The share of orders that are cancelled from it. */
  readonly lost: number
  /** Who moves orders out of it, where that is not the responsible. */
  readonly by?: WorkerId
}

const STAYS: Readonly<Record<StateId, Stay>> = {
  measure: { hours: [10, 50], lost: 0.06 },
  design: { hours: [30, 90], lost: 0.05 },
  offer: { hours: [20, 80], lost: 0.2 },
  production: { hours: [90, 180], lost: 0.03, by: 'kuzmin' },
  stock: { hours: [12, 60], lost: 0.02, by: 'kuzmin' },
  done: { hours: [4, 40], lost: 0 },
  site: { hours: [0.2, 9], lost: 0.05 },
  confirm: { hours: [3, 40], lost: 0.17 },
  supply: { hours: [20, 90], lost: 0.08, by: 'kuzmin' },
  ready: { hours: [4, 40], lost: 0.04 },
  courier: { hours: [2, 26], lost: 0.04 },
}

/** Reasons, each as often as it is heard. */
const REASONS = [
  ...(['price', 'price', 'price', 'elsewhere', 'elsewhere'] as const),
  ...(['unreachable', 'unreachable', 'waiting', 'quality', 'other'] as const),
] as const satisfies readonly ReasonId[]

const OTHER = ['moving', 'repairs', 'mistake'] as const

/** Some orders are forgotten in a state; some online orders are in stock and wait for no supply. */
const FORGOTTEN = 0.09
const IN_STOCK = 0.3

interface Walk {
  readonly kind: KindId
  readonly manager: WorkerId
  readonly start: number
  readonly now: number
}

/** What an order of the kind, made at `start`, has been through by `now`. */
export function walk({ kind, manager, start, now }: Walk, chance: Chance, words: DemoWords): DemoMove[] {
  const isInStock = kind === 'shop' && chance.isLikely(IN_STOCK)
  const states: readonly StateId[] = KINDS[kind].states
  const moves: DemoMove[] = []
  let at = start
  let author = manager
  for (const state of states.filter((one) => !(isInStock && one === 'supply'))) {
    moves.push({ state, at, author })
    const { hours, lost, by = manager } = STAYS[state]
    const isForgotten = chance.isLikely(FORGOTTEN)
    const isLost = chance.isLikely(lost)
    at = Math.floor(at + chance.between(...hours) * HOUR)
    author = by
    if (isForgotten || at > now) return moves
    if (isLost) return [...moves, loss(at, manager, chance, words)]
  }
  return [...moves, { state: COMPLETED, completion: 'success', at, author }]
}

function loss(at: number, author: WorkerId, chance: Chance, { comments }: DemoWords): DemoMove {
  const reason = chance.pick(REASONS)
  const comment = reason === 'other' ? { comment: comments[chance.pick(OTHER)] } : {}
  return { state: COMPLETED, completion: 'cancelled', reason, at, author, ...comment }
}
