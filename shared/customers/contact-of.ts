import { folded } from '../filters/values/folded.ts'
import type { EntryOf } from '../records/declarations/collection.ts'
import type { Customer, customers } from './collections.ts'

type Contact = EntryOf<typeof customers, 'contacts'>

/** The contact that is meant by the id of an entry, or by a name as orders have it; null where the customer has none such. */
export function contactOf(customer: Pick<Customer, 'contacts'>, contact: string | null): Contact | null {
  if (contact === null) return null
  const named = folded(contact.trim())
  const { contacts } = customer
  return contacts.find(({ id }) => id === contact) ?? contacts.find(({ name }) => folded(name ?? '') === named) ?? null
}
