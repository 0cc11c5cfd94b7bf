import type { Letter } from '../../../shared/letters/collections.ts'
import { isWaiting } from '../../../shared/messages/acts/call-off.ts'
import type { Message } from '../../../shared/messages/collections.ts'
import type { Order } from '../../../shared/orders/collections.ts'
import type { Run } from '../../../shared/rules/collections.ts'
import { isUndone } from '../../../shared/rules/planning/occasions.ts'
import { whyOf } from '../../../shared/rules/why.ts'

/** What a message was made of: its order, the run of a rule that made it, the letter that it answers; null where there is none, or it is not here. */
export interface Origin {
  readonly order: Order | null
  readonly run: Run | null
  /** The letter that it answers. */
  readonly answered: Pick<Letter, 'automatic'> | null
}

/** Whether a message is still to go, and was not removed. */
export function waits(message: Pick<Message, 'state' | 'gone'>): boolean {
  return !message.gone && isWaiting(message)
}

/** Why a message does not go any more, in the form of rules/why.ts; null where it goes. What a person wrote goes as it was written. */
export function stopOf(
  { move, author }: Pick<Message, 'move' | 'author'>,
  { order, run, answered }: Origin,
): string | null {
  if (author !== null) return null
  // No program answers a program (RFC 3834).
  if (answered && answered.automatic !== null) return whyOf('answersProgram')
  if (order?.gone) return whyOf('orderRemoved')
  if (order && move !== null && isUndone(order, move)) return whyOf('undone')
  return run?.state === 'cancelled' ? (run.why ?? whyOf('byHand', { who: '' })) : null
}
