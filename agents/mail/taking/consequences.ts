import { customers } from '../../../shared/customers/collections.ts'
import { markAddress, markUndelivered } from '../../../shared/letters/acts/undelivered.ts'
import { letters } from '../../../shared/letters/collections.ts'
import type { ParsedLetter } from '../../../shared/letters/letter.ts'
import { messages } from '../../../shared/messages/collections.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { Surroundings } from '../binding/surroundings.ts'
import type { Report } from '../reading/report.ts'
import { messageOf } from './message-of.ts'

/** A letter that is new. */
export interface Come {
  readonly letter: ParsedLetter
  readonly direction: 'in' | 'out'
  readonly report: Report | null
}

/**
 * What follows from a letter that came (SPEC MP18): a report marks the letter that came back and the addresses that it did not reach;
 * whoever writes takes letters again.
 */
export function drawConsequences(tx: Transaction, { letter, direction, report }: Come, around: Surroundings): void {
  if (report) markReturned(tx, report, around)
  const { from, automatic } = letter
  if (direction === 'in' && automatic === null && from) mark(tx, from.address, null, around)
}

function markReturned(tx: Transaction, { refused, messageId }: Report, around: Surroundings): void {
  if (messageId === null) return
  const [letter, named] = [around.outgoing(messageId), messageOf(messageId)]
  const message = named !== null && around.knows(messages, named) ? named : null
  // Anybody can send what looks like a report: one of a letter that nobody here knows says nothing of anybody.
  if (letter === null && message === null) return
  markUndelivered(tx, { letter, message, refused })
  for (const { address, said } of refused) mark(tx, address, said, around)
}

function mark(tx: Transaction, address: string, said: string | null, around: Surroundings): void {
  const owners = new Set(around.addressees(address).map(({ customer }) => customer))
  for (const customer of owners) if (tx.find(customers, customer)) markAddress(tx, customer, address, said)
}

/** A letter that went is marked by what was reported of its message before it was seen. */
export function takeOverReport(tx: Transaction, id: string, message: string | null, around: Surroundings): void {
  if (message === null || !around.knows(messages, message)) return
  const { undelivered } = tx.get(messages, message)
  if (undelivered !== null) tx.set(letters, id, { undelivered })
}
