import { Failure } from '../../errors.ts'
import { fieldNamed, own } from '../../records/declarations/collection.ts'
import type { Json } from '../../records/declarations/value.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Order, orders, type State, states } from '../collections.ts'

const DAY = 86_400_000

/**
 * What a state asks to be filled before an order enters it, and the order has not: names of fields and of lists. A name that
 * no order has asks for nothing.
 */
function lackingFor({ requires }: Pick<State, 'requires'>, order: Order): readonly string[] {
  return [...new Set(requires)].filter((name) => isAsked(name) && !isFilled(order[name as keyof Order] ?? null))
}

/** Failure `state-requires` where an order may not enter a state yet: `fields` are the names of what is not filled. */
export function checkEntry(tx: Transaction, order: Order, state: string): void {
  const found = tx.find(states, state)
  const lacking = found ? lackingFor(found, order) : []
  if (lacking.length > 0) throw new Failure('state-requires', { state: found?.name ?? '', fields: lacking.join(', ') })
}

/** Whether an order that stands in a state since `since` (ms) stands there too long at `now`. */
export function standsTooLong({ days }: Pick<State, 'days'>, since: number, now: number): boolean {
  return days !== null && days > 0 && now - since > days * DAY
}

function isAsked(name: string): boolean {
  return fieldNamed(orders, name) !== undefined || own(orders.lists, name)?.once === false
}

function isFilled(value: Json | readonly object[]): boolean {
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'string' ? value.trim() !== '' : value !== null && value !== false
}
