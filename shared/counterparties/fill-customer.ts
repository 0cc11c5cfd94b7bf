import { customers } from '../customers/collections.ts'
import { placeAfter } from '../records/declarations/place.ts'
import { newEntryId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import type { Offer } from './offers.ts'

export interface FillCustomer {
  readonly id: string
  /** What is taken over of what was offered. */
  readonly offers: readonly Offer[]
}

/** Fills in a customer by what a service says of its company; its head becomes a contact. Failure `record-missing`. */
export function fillCustomer(tx: Transaction, { id, offers }: FillCustomer): void {
  const values = Object.fromEntries(offers.flatMap(({ field, found }) => (field === 'head' ? [] : [[field, found]])))
  tx.set(customers, id, values)
  const head = offers.find(({ field }) => field === 'head')
  if (!head) return
  const place = placeAfter(tx.get(customers, id).contacts)
  tx.add(customers, id, 'contacts', newEntryId(), { name: head.found, post: head.post ?? null, place })
}
