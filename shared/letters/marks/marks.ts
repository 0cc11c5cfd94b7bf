import { COLLECTIONS } from '../../collections.ts'
import { Failure } from '../../errors.ts'
import type { RecordOf } from '../../plain-commands.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Letter, letters, type MailAccount, mailAccounts, ownLetters } from '../collections.ts'

/** Letters, of either collection. */
interface OfLetters {
  readonly records: readonly RecordOf[]
}

/** Marks letters as read or starred, or not, wherever they stand (SPEC MV10); the agent carries it to the mail server. */
export function markLetters(
  tx: Transaction,
  { records, ...marks }: OfLetters & { readonly seen?: boolean; readonly flagged?: boolean },
): void {
  for (const { collection, id } of records) {
    for (const { id: place } of letterOf(tx, { collection, id }).places)
      tx.setEntry(declared(collection), id, 'places', place, marks)
  }
}

/** A folder of an account. */
export interface FolderOf {
  readonly account: string
  readonly folder: string
}

/** Where letters go: to a folder of the account that each stands in. */
export type MovedTo = 'archive' | 'trash' | 'inbox' | { readonly folder: string }

/**
 * Moves letters to another folder of the account that they stand in (SPEC MV11): out of `from`, where that is given; else into the
 * trash from wherever they stand, elsewhere from the inbox. Failure `mail-no-folder`: the account has none for that.
 */
export function moveLetters(
  tx: Transaction,
  { records, to, from = null }: OfLetters & { readonly to: MovedTo; readonly from?: FolderOf | null },
): void {
  for (const { collection, id } of records) {
    const { places } = letterOf(tx, { collection, id })
    for (const place of places) {
      if (!isMoved(place, to, from)) continue
      const folder = folderFor(tx, place.account, to)
      if (folder !== place.folder) tx.setEntry(declared(collection), id, 'places', place.id, { folder })
    }
  }
}

type Place = Letter['places'][number]

function isMoved(place: Place, to: MovedTo, from: FolderOf | null): boolean {
  if (from !== null) return place.account === from.account && place.folder === from.folder
  return to !== 'archive' || place.folder?.toUpperCase() === INBOX
}

/** As every IMAP server calls it. */
const INBOX = 'INBOX'
const FIELDS = { archive: 'archiveFolder', trash: 'trashFolder' } as const satisfies { [to: string]: keyof MailAccount }

function folderFor(tx: Transaction, account: string | null, to: MovedTo): string {
  if (to === 'inbox') return INBOX
  if (typeof to === 'object') return to.folder
  const found = account === null ? null : tx.find(mailAccounts, account)
  const folder = found?.[FIELDS[to]]
  if (typeof folder !== 'string') throw new Failure('mail-no-folder', { account: found?.name ?? '' })
  return folder
}

function letterOf(tx: Transaction, { collection, id }: RecordOf): Letter {
  return tx.get(declared(collection), id)
}

/** Both collections have the same fields and lists. Failure `field-unknown`: it is neither. */
function declared(collection: RecordOf['collection']): typeof letters {
  if (collection !== letters.name && collection !== ownLetters.name)
    throw new Failure('field-unknown', { field: collection })
  return COLLECTIONS[collection] as typeof letters
}
