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
 * Puts customers into a fixed segment, which is read once for all of them; gives those who were not there. An entry's id is derived of the
 * customer's, so that two who do it at once have done it once. Failure `segment-live`: who is in that one follows from its criteria. `fresh`: the
 * name of a segment that is made with its first customers.
 */
export function putIntoSegment(
  tx: Transaction,
  segment: string,
  customers: readonly string[],
  fresh?: string,
): ReadonlySet<string> {
  if (fresh !== undefined && tx.find(segments, segment) === null)
    tx.create(segments, segment, { name: fresh, sort: 'fixedSegment' })
  const standing = new Set(membersOf(tx, segment).map(({ id }) => id))
  const entries = customers.map((customer) => [entryOf(customer), { customer }] as const)
  const wanted = new Map(entries.filter(([entry]) => !standing.has(entry)))
  tx.addAll(segments, segment, 'members', wanted)
  // Of those who were there once and were taken out.
  tx.writeAll(segments, segment, new Map(Array.from(wanted.keys(), (entry) => [goneAt(entry), false])))
  return new Set(Array.from(wanted.values(), ({ customer }) => customer))
}

/** Takes customers out of a fixed segment; gives those who were in it. Failure `segment-live`. */
export function takeOutOfSegment(tx: Transaction, segment: string, customers: readonly string[]): ReadonlySet<string> {
  const meant = new Set<string | null>(customers)
  const own = membersOf(tx, segment).filter(({ customer }) => meant.has(customer))
  tx.writeAll(segments, segment, new Map(own.map(({ id }) => [goneAt(id), true])))
  return new Set(own.flatMap(({ customer }) => customer ?? []))
}

function goneAt(entry: string): string {
  return `members/${entry}/${GONE}`
}

function membersOf(tx: Transaction, segment: string) {
  const { sort, members } = tx.get(segments, segment)
  if (sort !== 'fixedSegment') throw new Failure('segment-live', { segment })
  return members
}
