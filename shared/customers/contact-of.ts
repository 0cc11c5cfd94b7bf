import { folded } from '../filters/values/folded.ts'
import type { Customer } from './collections.ts'

type Contact = Customer['contacts'][number]

/** The contact that is meant by the id of an entry, or by a name as orders have it; null where there is none such. */
export function contactOf(contacts: readonly Contact[], contact: string | null): Contact | null {
  if (contact === null) return null
  const named = folded(contact.trim())
  return contacts.find(({ id }) => id === contact) ?? contacts.find(({ name }) => folded(name ?? '') === named) ?? null
}
