import { Failure } from '../errors.ts'
import { GONE } from '../records/declarations/collection.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { segments } from './collections.ts'

/**
 * Puts a customer into a fixed segment; its entry bears the customer's id, so that two who do it at once have done it once. Failure
 * `segment-live`: who is in that one follows from its criteria.
 */
export function putIntoSegment(tx: Transaction, segment: string, customer: string): void {
  checkFixed(tx, segment)
  tx.add(segments, segment, 'members', customer, { customer })
  tx.write(segments, segment, `members/${customer}/${GONE}`, false)
}

/** Takes a customer out of a fixed segment; of one that is not in it, nothing is written. Failure `segment-live`. */
export function takeOutOfSegment(tx: Transaction, segment: string, customer: string): void {
  checkFixed(tx, segment)
  if (tx.at(segments, segment, `members/${customer}`)) tx.removeEntry(segments, segment, 'members', customer)
}

function checkFixed(tx: Transaction, segment: string): void {
  if (tx.get(segments, segment).sort !== 'fixedSegment') throw new Failure('segment-live', { segment })
}
