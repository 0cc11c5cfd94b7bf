import { people } from '../../company/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { whyOf } from '../../rules/why.ts'
import { type Message, messages } from '../collections.ts'

/** Whether a message is still to go. */
export function isWaiting({ state }: Pick<Message, 'state'>): boolean {
  return (state ?? 'waiting') === 'waiting'
}

/** Calls off a message that has not gone, for a reason in the form of rules/why.ts; says whether it had not. */
export function callOff(tx: Transaction, id: string, why: string): boolean {
  const message = tx.find(messages, id)
  if (!message || !isWaiting(message)) return false
  tx.set(messages, id, { state: 'cancelled', why })
  return true
}

/** Why something stands so that whoever acts has called off. */
export function whyByHand(tx: Transaction): string {
  const who = tx.person === null ? '' : (tx.find(people, tx.person)?.name ?? '')
  return whyOf('byHand', { who })
}
