import type { CollectionName } from '../../../../shared/collections.ts'
import { formatKey } from '../../../../shared/records/keys/key.ts'
import { replicaOf } from '../../../../shared/records/keys/stamp.ts'
import type { Wrote } from '../../../../shared/records/reading/history.ts'
import type { Writes } from '../../../../shared/records/reading/merge.ts'
import type { HistoryAnswer } from '../query.ts'

/** The keys that wait for the server, each as `unsentKey` names it. */
export type Unsent = ReadonlySet<string>

/** A key of a collection, as the outbox notes it. */
export function unsentKey(collection: string, key: string): string {
  return `${collection} ${key}`
}

/** What a document holds of a record's history, and which of it has not left the device. */
export function knownHistory(
  { collection, id }: { readonly collection: CollectionName; readonly id: string },
  { creation, byPath }: Writes,
  unsent: Unsent,
): HistoryAnswer {
  const made: Wrote[] = creation ? [{ path: '', stamp: creation.stamp, value: creation.values }] : []
  const written = [...byPath].flatMap(([path, writes]) => writes.map(({ stamp, value }) => ({ path, stamp, value })))
  const isUnsent = ({ path, stamp }: Wrote) => unsent.has(unsentKey(collection, formatKey(id, path, replicaOf(stamp))))
  return { what: 'history', writes: [...made, ...written].map((one) => ({ ...one, isUnsent: isUnsent(one) })) }
}
