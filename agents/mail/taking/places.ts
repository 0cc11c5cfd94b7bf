import type { letters, ownLetters } from '../../../shared/letters/collections.ts'
import { GONE } from '../../../shared/records/declarations/collection.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'

/** A folder that has a letter. */
export interface Place {
  /** The entry of the record's places. */
  readonly id: string
  readonly account: string
  readonly folder: string
  /** IMAP flags, by spaces. */
  readonly flags: string
}

/** Says on a record that a folder has it; gives whether that was not said before. One that had left comes back. */
export function atPlace(
  tx: Transaction,
  collection: typeof letters | typeof ownLetters,
  id: string,
  place: Place,
): boolean {
  const { account, folder } = place
  if (tx.get(collection, id).places.some((one) => one.id === place.id)) return false
  const values = { account, folder, ...marksOf(place.flags) }
  const path = `places/${place.id}`
  if (tx.at(collection, id, path)) {
    tx.write(collection, id, `${path}/${GONE}`, false)
    tx.setEntry(collection, id, 'places', place.id, values)
  } else tx.add(collection, id, 'places', place.id, values)
  return true
}

/** What of IMAP's flags a record says. */
function marksOf(flags: string) {
  const all = flags.toLowerCase().split(' ')
  return { seen: all.includes('\\seen'), flagged: all.includes('\\flagged'), answered: all.includes('\\answered') }
}
