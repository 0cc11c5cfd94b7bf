import { customers } from '../../customers/collections.ts'
import { messages } from '../../messages/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { letters } from '../collections.ts'
import { type Refused, refusedOf, writeRefused } from '../refused.ts'

/** Says on a letter that went, and on the message that it is the copy of, whom it did not reach (SPEC MP18). */
export function markUndelivered(
  tx: Transaction,
  { letter, message, refused }: { letter: string | null; message: string | null; refused: readonly Refused[] },
): void {
  const undelivered = refused.map(writeRefused).join('\n')
  if (message !== null && tx.find(messages, message)) tx.set(messages, message, { undelivered })
  if (letter !== null && tx.find(letters, letter)) tx.set(letters, letter, { undelivered })
}

/** Says on a customer that an address of it takes no letters; null: that it does again. */
export function markAddress(tx: Transaction, customer: string, address: string, said: string | null): void {
  const { email, emailRefused, emails } = tx.get(customers, customer)
  const isIt = (one: string | null) => one?.trim().toLowerCase() === address
  const kept = said === null ? null : writeRefused({ address, said })
  const differs = (mark: string | null) => said !== null || refusedOf(address, mark) !== null
  if (isIt(email) && differs(emailRefused)) tx.set(customers, customer, { emailRefused: kept })
  for (const entry of emails)
    if (isIt(entry.email) && differs(entry.refused))
      tx.setEntry(customers, customer, 'emails', entry.id, { refused: kept })
}
