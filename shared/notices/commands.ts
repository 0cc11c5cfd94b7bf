import { newEntryId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { seenNotices } from './collections.ts'

/** Marks notices as seen on all devices of whoever looks; `id` is the record of the month (seen.ts). */
export function markSeen(
  tx: Transaction,
  { id, marks }: { readonly id: string; readonly marks: readonly string[] },
): void {
  if (!tx.find(seenNotices, id)) tx.create(seenNotices, id, {})
  tx.add(seenNotices, id, 'marks', newEntryId(), { seen: marks })
}
