import { Failure } from '../errors.ts'
import { GONE } from '../records/declarations/collection.ts'
import { derivedId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { segments } from './collections.ts'

/** The id of a customer's entry. */
function entryOf(customer: string): string {
  return derivedId('in', 0, 'segments/members', customer)
}

/**
 * Puts a customer into a fixed segment; its entry's id is derived of the customer's, so that two who do it at once have done it once. Failure
 * `segment-live`: who is in that one follows from its criteria. `fresh`: the name of a segment that is made with its first customer.
 */
export function putIntoSegment(tx: Transaction, segment: string, customer: string, fresh?: string): void {
  if (fresh !== undefined && tx.find(segments, segment) === null)
    tx.create(segments, segment, { name: fresh, sort: 'fixedSegment' })
  checkFixed(tx, segment)
  const entry = entryOf(customer)
  tx.add(segments, segment, 'members', entry, { customer })
  tx.write(segments, segment, `members/${entry}/${GONE}`, false)
}

/** Takes a customer out of a fixed segment; of one that is not in it, nothing is written. Failure `segment-live`. */
export function takeOutOfSegment(tx: Transaction, segment: string, customer: string): void {
  checkFixed(tx, segment)
  const own = tx.get(segments, segment).members.filter((member) => member.customer === customer)
  for (const { id } of own) tx.removeEntry(segments, segment, 'members', id)
}

function checkFixed(tx: Transaction, segment: string): void {
  if (tx.get(segments, segment).sort !== 'fixedSegment') throw new Failure('segment-live', { segment })
}
