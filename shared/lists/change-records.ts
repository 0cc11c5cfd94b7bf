import { COLLECTIONS, type CollectionName } from '../collections.ts'
import { Failure, type FailureCode } from '../errors.ts'
import { postOrder } from '../orders/commands.ts'
import { type MoveRequest, moveOrder } from '../orders/moves/move-order.ts'
import { setRecord } from '../plain-commands.ts'
import { type Fields, own } from '../records/declarations/collection.ts'
import type { Json } from '../records/declarations/value.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { putIntoSegment, takeOutOfSegment } from '../segments/fixed.ts'

/**
 * What is done to many records at once. `move` and `post` are for orders alone, `putIn` and `takeOut` for customers: of a fixed segment;
 * `fresh` is the name of one that is not there yet.
 */
export type Change =
  | ({ readonly what: 'move' } & MoveRequest)
  | { readonly what: 'field'; readonly field: string; readonly value: Json }
  | { readonly what: 'post' }
  | { readonly what: 'remove' }
  | { readonly what: 'putIn'; readonly segment: string; readonly fresh?: string | undefined }
  | { readonly what: 'takeOut'; readonly segment: string }

/** What came of it, by record. */
export interface Changed {
  readonly changed: readonly string[]
  /** Those that were so already. */
  readonly same: readonly string[]
  /** Those that it cannot be done to, and why. */
  readonly left: readonly { readonly id: string; readonly code: FailureCode }[]
}

/**
 * Does one thing to many records: to each that allows it, by the rules of the one; the rest is left as it is and told.
 * So an act on a thousand does not fail for one that somebody has completed meanwhile.
 */
export function changeRecords(
  tx: Transaction,
  {
    collection,
    ids,
    change,
  }: { readonly collection: CollectionName; readonly ids: readonly string[]; readonly change: Change },
): Changed {
  if (change.what === 'putIn' || change.what === 'takeOut') return changeMembers(tx, collection, ids, change)
  const changed: string[] = []
  const same: string[] = []
  const left: { readonly id: string; readonly code: FailureCode }[] = []
  for (const id of new Set(ids)) {
    const outcome = tryOne(tx, collection, id, change)
    if (outcome === 'changed') changed.push(id)
    else if (outcome === 'same') same.push(id)
    else left.push({ id, code: outcome })
  }
  return { changed, same, left }
}

type MembersChange = Extract<Change, { what: 'putIn' | 'takeOut' }>

/** All at once: a segment of thousands is not read for each of them. */
function changeMembers(
  tx: Transaction,
  collection: CollectionName,
  ids: readonly string[],
  change: MembersChange,
): Changed {
  const all = Array.from(new Set(ids), (id) => ({ id, code: whyNot(tx, collection, id) }))
  const without = all.flatMap(({ id, code }) => (code === null ? [] : { id, code }))
  const here = all.flatMap(({ id, code }) => (code === null ? id : []))
  try {
    const { what, segment } = change
    const done =
      what === 'putIn' ? putIntoSegment(tx, segment, here, change.fresh) : takeOutOfSegment(tx, segment, here)
    const { changed = [], same = [] } = Object.groupBy(here, (id) => (done.has(id) ? 'changed' : 'same'))
    return { changed, same, left: without }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { changed: [], same: [], left: [...without, ...here.map((id) => ({ id, code: error.code }))] }
  }
}

/** Why a record is none to be changed; null: it is one. */
function whyNot(tx: Transaction, collection: CollectionName, id: string): FailureCode | null {
  try {
    return tx.get(COLLECTIONS[collection], id).gone ? 'record-missing' : null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return error.code
  }
}

function tryOne(
  tx: Transaction,
  collection: CollectionName,
  id: string,
  change: Exclude<Change, MembersChange>,
): 'changed' | 'same' | FailureCode {
  const before = tx.count
  try {
    changeOne(tx, collection, id, change)
    return tx.count > before ? 'changed' : 'same'
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return error.code === 'state-same' ? 'same' : error.code
  }
}

/** Each of these writes one thing, after all that may refuse it: a record is never left half changed. */
function changeOne(
  tx: Transaction,
  collection: CollectionName,
  id: string,
  change: Exclude<Change, MembersChange>,
): void {
  const declared = COLLECTIONS[collection]
  if (tx.get(declared, id).gone) throw new Failure('record-missing', { collection, id })
  if (change.what === 'move') move(tx, id, change)
  else if (change.what === 'post') postOrder(tx, { id, posted: true })
  else if (change.what === 'remove') tx.remove(declared, id)
  else writeField(tx, collection, id, change)
}

function move(tx: Transaction, id: string, { what: _, ...request }: Change & { readonly what: 'move' }): void {
  moveOrder(tx, { id, ...request })
}

function writeField(
  tx: Transaction,
  collection: CollectionName,
  id: string,
  { field, value }: Change & { readonly what: 'field' },
): void {
  if (value === null && isRequired(collection, field)) throw new Failure('field-required', { field })
  setRecord(tx, { collection, id, values: { [field]: value } })
}

function isRequired(collection: CollectionName, field: string): boolean {
  return own(COLLECTIONS[collection].fields as Fields, field)?.required ?? false
}
