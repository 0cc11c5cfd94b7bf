import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Order, orders } from '../collections.ts'

/** What everybody says who enters a fact: the day that its paper bears, and a word on it. */
export interface FactRequest {
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly comment?: string
}

/** The order of a fact: Failures `order-removed`, `order-not-posted`, since its facts would count for nothing. */
export function orderOf(tx: Transaction, id: string): Order {
  const order = tx.get(orders, id)
  const number = order.number ?? order.draft ?? ''
  if (order.gone) throw new Failure('order-removed', { number })
  if (!order.posted) throw new Failure('order-not-posted', { number })
  return order
}

/** What a fact entered now carries of who entered it. */
export function signed(tx: Transaction, { date, comment }: Omit<FactRequest, 'id'>) {
  return { date, at: tx.now(), author: tx.person, device: tx.replica, ...(comment && { comment }) }
}
