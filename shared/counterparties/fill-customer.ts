import { customers } from '../customers/collections.ts'
import { placeAfter } from '../records/declarations/place.ts'
import { isPersonsInn } from '../records/forms/inn.ts'
import { newEntryId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import type { Offer } from './offers.ts'

export interface FillCustomer {
  readonly id: string
  /** What is taken over of what was offered. */
  readonly offers: readonly Offer[]
}

/**
 * Fills in a customer by what a service says of its company; its head becomes a contact. Whether it is a company or a person follows
 * from its INN, where nobody has said so. Failure `record-missing`.
 */
export function fillCustomer(tx: Transaction, { id, offers }: FillCustomer): void {
  const values = Object.fromEntries(offers.flatMap(({ field, found }) => (field === 'head' ? [] : [[field, found]])))
  const { inn, type } = tx.get(customers, id)
  tx.set(customers, id, { ...values, ...(type === null && { type: isPersonsInn(inn ?? '') ? 'person' : 'company' }) })
  const head = offers.find(({ field }) => field === 'head')
  if (!head) return
  const place = placeAfter(tx.get(customers, id).contacts)
  tx.add(customers, id, 'contacts', newEntryId(), { name: head.found, post: head.post ?? null, place })
}
