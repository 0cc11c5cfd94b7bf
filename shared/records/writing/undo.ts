import { Failure } from '../../errors.ts'
import { type Collection, GONE, own } from '../declarations/collection.ts'
import { isSameJson } from '../declarations/value.ts'
import { readingOf, replicaOf } from '../keys/stamp.ts'
import type { Transaction, Written } from './transaction.ts'

/** What undoing an act came to: the paths that went back, and those that somebody has changed since. */
export interface Undone {
  readonly undone: readonly Written[]
  readonly kept: readonly Written[]
  /** Of an act that was cut off: what is not here. It may come from the server still. */
  readonly absent?: readonly Written[]
}

/** Undoes a fact of a list, which cannot be written over: its room makes the counter-fact. False: it cannot any more. */
export type UndoFact = (tx: Transaction, id: string, entry: string) => boolean

/**
 * Writes back what stood before an act, where the present value is still the act's own (SPEC R14). `collections` are
 * those by name that the act may have written; `undoFact` has a room's undo by `<collection>/<list>`. `isCutOff`: not all
 * that the act says need have been written, and some may be taken back already (SPEC R22).
 */
export function undo(
  tx: Transaction,
  act: readonly Written[],
  collections: Readonly<Record<string, Collection>>,
  undoFact: Readonly<Record<string, UndoFact>>,
  isCutOff = false,
): Undone {
  const undone: Written[] = []
  const kept: Written[] = []
  const absent: Written[] = []
  for (const written of [...act].reverse()) {
    const collection = own(collections, written.collection)
    if (!collection) throw new Failure('field-unknown', { collection: written.collection })
    if (isCutOff && !isHere(tx, written, collection)) {
      absent.push(written)
      continue
    }
    if (isCutOff && isBack(tx, written, collection)) continue
    const back = undoOne(tx, written, collection, undoFact)
    ;(back ? undone : kept).push(written)
  }
  return { undone, kept, ...(isCutOff && { absent }) }
}

/** A decision for the present value (SPEC R8) changes none: what its writer has seen stays seen. */
export function isDecision({ path, before, after }: Written): boolean {
  return path !== '' && isSameJson(before, after)
}

function undoOne(
  tx: Transaction,
  written: Written,
  collection: Collection,
  undoFact: Readonly<Record<string, UndoFact>>,
): boolean {
  const { id, path, before } = written
  const [list = '', entry, field] = path.split('/')
  if (path === '') return removeMade(tx, collection, id, GONE)
  if (entry !== undefined && own(collection.lists, list)?.once) {
    return own(undoFact, `${collection.name}/${list}`)?.(tx, id, entry) ?? false
  }
  if (entry !== undefined && field === undefined) return removeMade(tx, collection, id, `${path}/${GONE}`)
  if (isDecision(written) || !isStillOwn(tx, written, collection)) return false
  tx.write(collection, id, path, before)
  return true
}

/** Whether a write that was about to be made was made, by all that is here. */
function isHere(tx: Transaction, { id, path, stamp }: Written, collection: Collection): boolean {
  const mine = tx.ownAt(collection, id, path)
  if (mine === null) return false
  // What was brought under another name of this device keeps its reading (SPEC R19); a record is made once.
  return path === '' ? readingOf(mine) === readingOf(stamp) : readingOf(mine) >= readingOf(stamp)
}

/** Whether it is taken back already. */
function isBack(tx: Transaction, { id, path, stamp, before }: Written, collection: Collection): boolean {
  const [, entry, field] = path.split('/')
  const isMade = path === '' || (entry !== undefined && field === undefined)
  if (isMade) return tx.at(collection, id, path === '' ? GONE : `${path}/${GONE}`)?.value === true
  const mine = tx.ownAt(collection, id, path) ?? stamp
  return readingOf(mine) !== readingOf(stamp) && isSameJson(tx.at(collection, id, path)?.value ?? null, before)
}

function removeMade(tx: Transaction, collection: Collection, id: string, gone: string): boolean {
  if (tx.at(collection, id, gone)?.value === true) return false
  tx.write(collection, id, gone, true)
  return true
}

/** The value that the act wrote, or the same value put back by our undoing a later act. */
function isStillOwn(tx: Transaction, { id, path, stamp, after }: Written, collection: Collection): boolean {
  const present = tx.at(collection, id, path)
  if (!present) return false
  return present.stamp === stamp || (replicaOf(present.stamp) === tx.replica && isSameJson(present.value, after))
}
