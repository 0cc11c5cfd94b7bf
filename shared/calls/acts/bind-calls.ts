import { type Customer, customers } from '../../customers/collections.ts'
import { events } from '../../events/collections.ts'
import { placeAfter } from '../../records/declarations/place.ts'
import { newEntryId } from '../../records/keys/id.ts'
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
    const { customer: before, event, order } = tx.get(calls, id)
    // An order is of the customer who was meant before.
    tx.set(calls, id, { customer, contact, order: before === null || before === customer ? order : null })
    const made = event === null ? null : tx.find(events, event)
    if (made && !made.gone && made.customer === null) tx.set(events, made.id, { customer, contact })
  }
}

export interface CallerMade {
  /** A customer, or a fresh id: then a new one is made. */
  readonly customer: string
  /** Of a new one. */
  readonly name: string | null
  /** As it is to be written there. */
  readonly number: string | null
  /** The call, and others of the same number that are nobody's (SPEC CD13). */
  readonly ids: readonly string[]
}

/** Says who calls: a new customer, or one that has the number from now on. Failure `field-required`: a new one without a name. */
export function makeCaller(tx: Transaction, { customer, name, number, ids }: CallerMade): void {
  const known = tx.find(customers, customer)
  if (!known) tx.create(customers, customer, { name, phone: number, responsible: tx.person })
  else if (number !== null) addNumber(tx, known, number)
  bindCalls(tx, { ids, customer, contact: null })
}

function addNumber(tx: Transaction, { id, phone, phones }: Customer, number: string): void {
  if (phone === null) tx.set(customers, id, { phone: number })
  else tx.add(customers, id, 'phones', newEntryId(), { number, place: placeAfter(phones) })
}
