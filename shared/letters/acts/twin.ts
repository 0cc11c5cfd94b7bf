import type { Transaction } from '../../records/writing/transaction.ts'
import { type Letter, letters, ownLetters } from '../collections.ts'
import { sharedId } from '../ids.ts'
import { letterCollection } from '../whose.ts'

/** Makes a letter everybody’s, with all that stands in its record; gives the id under which all read it. */
export function share(tx: Transaction, id: string): string {
  if (letterCollection(id) === letters.name) return id
  const shared = sharedId(id)
  const twin = tx.find(letters, shared)
  if (twin?.gone) tx.restore(letters, shared)
  if (twin) return shared
  const own = tx.get(ownLetters, id)
  const fields = Object.fromEntries(
    Object.keys(letters.fields).map((name) => [name, own[name as keyof typeof letters.fields]]),
  )
  tx.create(letters, shared, {
    ...fields,
    places: entriesOf(own.places, Object.keys(letters.lists.places.fields)),
    attachments: entriesOf(own.attachments, Object.keys(letters.lists.attachments.fields)),
  })
  return shared
}

/** A letter where it stands: its twin that all may read, where there is one; null: it is not here. */
export function standing(tx: Transaction, id: string): Letter | null {
  const twin = tx.find(letters, sharedId(id))
  // Both collections have the same fields.
  if (twin !== null || letterCollection(id) === letters.name) return twin
  return tx.find(ownLetters, id) as unknown as Letter | null
}

/** Entries as a draft has them. */
function entriesOf<E extends { readonly id: string }>(entries: readonly E[], fields: readonly string[]) {
  return Object.fromEntries(
    entries.map((entry) => [entry.id, Object.fromEntries(fields.map((name) => [name, entry[name as keyof E]]))]),
  )
}
