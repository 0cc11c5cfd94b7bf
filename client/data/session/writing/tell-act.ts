import type { CollectionName } from '../../../../shared/collections.ts'
import { messageDrafts } from '../../../../shared/messages/collections.ts'
import type { Written } from '../../../../shared/records/writing/transaction.ts'
import { isDecision } from '../../../../shared/records/writing/undo.ts'
import type { ActTold, Undid } from '../../protocol.ts'
import type { Item } from '../../queries/query.ts'

/** A record as lists show it; null where it is not here. */
export type ItemOf = (collection: CollectionName, id: string) => Item | null

/** What is kept while somebody types is no act of his: the text has an undo of its own, and what was sent is no draft any more. */
function isDone(one: Written): boolean {
  return !isDecision(one) && one.collection !== messageDrafts.name
}

/**
 * What an act wrote, as far as words can be made of it: of which record, how many, and what about them. Null: nothing
 * that can be undone.
 */
export function tellAct(written: readonly Written[], item: ItemOf): ActTold | null {
  const [first] = written.filter(isDone)
  if (!first) return null
  // An act of this program writes collections of this program.
  const collection = first.collection as CollectionName
  return {
    collection,
    item: item(collection, first.id),
    records: new Set(written.map(({ collection, id }) => `${collection} ${id}`)).size,
    isMixed: written.some((one) => one.collection !== collection),
    deeds: [...new Set(written.map(({ path }) => deedOf(path)))],
  }
}

/** So many records are told of one by one. */
const MOST = 100

/** What was written record by record, of the first records, and how many there are besides. */
export function tellEach(written: readonly Written[], item: ItemOf): Pick<Undid, 'keptIn' | 'keptBesides'> {
  const records = [...Map.groupBy(written, ({ collection, id }) => `${collection} ${id}`).values()]
  const told = records.slice(0, MOST).map((some) => tellAct(some, item))
  return { keptIn: told.filter((one) => one !== null), keptBesides: Math.max(0, records.length - MOST) }
}

/** A path without the entry that it names: `lines`, `lines/price`, `note`, `gone`; empty for a record as created. */
function deedOf(path: string): string {
  const [first = '', , field] = path.split('/')
  return field === undefined ? first : `${first}/${field}`
}
