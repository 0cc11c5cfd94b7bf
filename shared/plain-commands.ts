import { checkRecord, checkSetting, checkWork } from './calendar/acts/check.ts'
import { COLLECTIONS, type CollectionName } from './collections.ts'
import { Failure } from './errors.ts'
import { checkParent } from './goods/groups/put-group.ts'
import { stopWhereClosed } from './jobs/commands.ts'
import { checkFields, checkOpen } from './orders/commands.ts'
import { plans } from './plans/collections.ts'
import { checkPlan } from './plans/commands.ts'
import { type Collection, own } from './records/declarations/collection.ts'
import { placeAfter } from './records/declarations/place.ts'
import type { JsonObject } from './records/declarations/value.ts'
import { newEntryId } from './records/keys/id.ts'
import type { Transaction } from './records/writing/transaction.ts'

export interface RecordOf {
  readonly collection: CollectionName
  readonly id: string
}

/** A record of any collection, and values for it. */
export interface RecordValues extends RecordOf {
  readonly values: JsonObject
}

/** Makes a record of any collection from values that a form gave. Failures of the calendar’s checks (calendar/SPEC E21, E25). */
export function createRecord(tx: Transaction, { collection, id, values }: RecordValues): void {
  if (collection === 'calendarRecords') checkRecord(values)
  if (collection === 'events' || collection === 'jobs') checkWork(values)
  if (collection === 'plans') checkPlan(values)
  tx.create(COLLECTIONS[collection], id, values)
}

/** Writes fields of a record of any collection. Failures of `writeFields`; `group-inside-itself`; of the calendar’s checks. */
export function setRecord(tx: Transaction, { collection, id, values }: RecordValues): void {
  if (collection === 'productGroups' && typeof values.parent === 'string') checkParent(tx, id, values.parent)
  if (collection === 'calendarRecords') checkSetting(tx, id, values)
  if (collection === 'events' || collection === 'jobs') checkWork({ ...tx.get(COLLECTIONS[collection], id), ...values })
  writeFields(tx, { collection, id, values })
}

/**
 * Writes values by their paths, whichever way they come: by a card, to many records, from a file, brought back. A job that is
 * closed so has no timers that run (jobs/SPEC Q29). Failure `order-completed`, as of `setOrder`.
 */
export function writeFields(tx: Transaction, { collection, id, values }: RecordValues): void {
  if (collection === 'orders') checkFields(tx, id, values)
  if (collection === 'plans') checkPlan({ ...tx.get(plans, id), ...values })
  for (const [path, value] of Object.entries(values)) tx.write(COLLECTIONS[collection], id, path, value)
  if (collection === 'jobs' && Object.hasOwn(values, 'state')) stopWhereClosed(tx, id)
}

export function restoreRecord(tx: Transaction, { collection, id }: RecordOf): void {
  tx.restore(COLLECTIONS[collection], id)
}

/** A list of a record of any collection. */
interface ListOf extends RecordOf {
  readonly list: string
}

export interface NewEntry extends ListOf {
  readonly values: JsonObject
  /** Its id, where it is known; one that is there, or was removed, stays so. */
  readonly entry?: string
}

/** Adds an entry at the end of a record's list. Failures `field-unknown`: there is no such list, or it holds facts, which have commands of their own; `order-completed`. */
export function addEntry(tx: Transaction, { collection, id, list, values, entry = newEntryId() }: NewEntry): void {
  const declared: Collection = COLLECTIONS[collection]
  if (own(declared.lists, list)?.once !== false) throw new Failure('field-unknown', { field: list })
  if (collection === 'orders') checkOpen(tx, id)
  const entries = tx.get(declared, id)[list] as unknown as Parameters<typeof placeAfter>[0]
  tx.add(declared, id, list, entry, { ...values, place: placeAfter(entries) })
}

/** Removes an entry of a list. Failure `order-completed`. */
export function removeEntry(
  tx: Transaction,
  { collection, id, list, entry }: ListOf & { readonly entry: string },
): void {
  if (collection === 'orders') checkOpen(tx, id)
  tx.removeEntry(COLLECTIONS[collection], id, list, entry)
}
