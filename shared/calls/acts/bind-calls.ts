import { customers } from '../../customers/collections.ts'
import { events } from '../../events/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { calls } from '../collections.ts'

export interface BoundCalls {
  readonly ids: readonly string[]
  readonly customer: string
  /** The customer's contact, by the id of its entry. */
  readonly contact: string | null
}

/** Says whose calls these are; their events, where nobody has said so there. */
export function bindCalls(tx: Transaction, { ids, customer, contact }: BoundCalls): void {
  for (const id of ids) {
    tx.set(calls, id, { customer, contact })
    const { event } = tx.get(calls, id)
    const made = event === null ? null : tx.find(events, event)
    if (made && !made.gone && made.customer === null) tx.set(events, made.id, { customer, contact })
  }
}

export interface CallerMade {
  /** The new customer, by a fresh id. */
  readonly customer: string
  readonly name: string
  /** As it is to be written there. */
  readonly number: string | null
  /** The call, and others of the same number that are nobody's (SPEC CD13). */
  readonly ids: readonly string[]
}

/** Makes a customer of whoever calls. Failure `field-required`: without a name. */
export function makeCaller(tx: Transaction, { customer, name, number, ids }: CallerMade): void {
  tx.create(customers, customer, { name, phone: number, responsible: tx.person })
  bindCalls(tx, { ids, customer, contact: null })
}
