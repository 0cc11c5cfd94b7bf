import { customers } from '../../customers/collections.ts'
import { placeAfter } from '../../records/declarations/place.ts'
import { newEntryId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { bindLetter } from './bind.ts'

/** A person made from letters: a new customer, or a contact of one that is there. */
export interface ContactFrom {
  /** The letter, and others of who wrote it. */
  readonly ids: readonly string[]
  /** The customer; where there is none under the id, the person becomes it. */
  readonly customer: string
  readonly name: string
  readonly address: string
  readonly post?: string | null
  readonly phones?: readonly string[]
  readonly responsible?: string | null
}

/** «Создать контакт»: makes who wrote known, and binds the letters (SPEC MP13). Failure field-required: without a name. */
export function makeContactFrom(tx: Transaction, made: ContactFrom): void {
  const contact = tx.find(customers, made.customer) === null ? makeCustomer(tx, made) : addContact(tx, made)
  bindLetter(tx, { ids: made.ids, customer: made.customer, contact })
}

function makeCustomer(
  tx: Transaction,
  { customer, name, address, phones = [], responsible = null }: ContactFrom,
): null {
  const [phone = null, ...others] = phones
  tx.create(customers, customer, { name, type: 'person', email: address, phone, responsible })
  addPhones(tx, customer, null, others)
  return null
}

function addContact(tx: Transaction, { customer, name, address, post = null, phones = [] }: ContactFrom): string {
  const contact = newEntryId()
  const { contacts, emails } = tx.get(customers, customer)
  tx.add(customers, customer, 'contacts', contact, { name, post, place: placeAfter(contacts) })
  tx.add(customers, customer, 'emails', newEntryId(), { contact, email: address, place: placeAfter(emails) })
  addPhones(tx, customer, contact, phones)
  return contact
}

function addPhones(tx: Transaction, customer: string, contact: string | null, numbers: readonly string[]): void {
  for (const number of numbers) {
    const place = placeAfter(tx.get(customers, customer).phones)
    tx.add(customers, customer, 'phones', newEntryId(), { contact, number, place })
  }
}
