import { addedAt } from '../../custom/known.ts'
import { Failure } from '../../errors.ts'
import { isCustomName } from '../../records/declarations/custom.ts'
import type { Json } from '../../records/declarations/value.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { DAY_MS } from '../../time/days.ts'
import { ASKABLE } from '../asked.ts'
import { type Order, type State, states } from '../collections.ts'

/** What is read of an order to say what it lacks: its fields, and its lines. */
export type Entering = Pick<Order, 'lines'>

/**
 * What of this a state asks for: fields of asked.ts in their order, then those that the company added and has still. What an
 * order's form does not fill in is asked for by nobody.
 */
export function askedBy({ requires }: Pick<State, 'requires'>): readonly string[] {
  const added = requires.filter((name) => isCustomName(name) && addedAt('orders', name)?.isGone !== true)
  return [...ASKABLE.filter((name) => requires.includes(name)), ...new Set(added)]
}

/** What a state asks to be filled before an order enters it, and the order has not. */
export function lackingFor(state: Pick<State, 'requires'>, order: Entering): readonly string[] {
  return askedBy(state).filter((name) => isLacking(order, name))
}

/** Failure `state-requires` where an order may not enter a state yet: `fields` are the names of what is not filled. */
export function checkEntry(tx: Transaction, order: Entering, state: string): void {
  const found = tx.find(states, state)
  const lacking = found ? lackingFor(found, order) : []
  if (lacking.length > 0) throw new Failure('state-requires', { state: found?.name ?? '', fields: lacking.join(', ') })
}

/** Until when an order that came into a state at `since` (ms) does not stand there too long; null: for ever. */
export function standsUntil(days: number | null, since: number | null): number | null {
  return days === null || days <= 0 || since === null ? null : since + days * DAY_MS
}

function isLacking(order: Entering, name: string): boolean {
  if (name === 'works') return !order.lines.some(({ section }) => section === 'works')
  return !isFilled((order as { readonly [field: string]: unknown })[name] as Json)
}

function isFilled(value: Json | readonly object[] | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null && value !== false
}
