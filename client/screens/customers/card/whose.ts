import type { EntryRow } from '../../../records/card/entries.tsx'

/** The contact that a phone or an address is of, by id; null is the customer, whose are those of a removed contact, too (SPEC B7). */
export function contactOf({ values }: EntryRow, contacts: readonly EntryRow[]): string | null {
  return contacts.find(({ id }) => id === values.contact)?.id ?? null
}
