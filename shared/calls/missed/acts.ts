import type { Transaction } from '../../records/writing/transaction.ts'
import { calls } from '../collections.ts'

/** Closes a missed call with all of its number that came before (SPEC CL4); what is noted joins what stands there. */
export function closeMissed(tx: Transaction, { id, note }: { readonly id: string; readonly note: string }): void {
  const before = tx.get(calls, id).note
  tx.set(calls, id, { closed: tx.now(), closedBy: tx.person, note: before === null ? note : `${before}\n${note}` })
}
