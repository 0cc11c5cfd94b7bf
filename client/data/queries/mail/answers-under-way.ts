import type { Letter } from '../../../../shared/letters/collections.ts'
import { sharedId } from '../../../../shared/letters/ids.ts'
import { inCircle } from '../../../../shared/letters/whose.ts'
import { isWaiting } from '../../../../shared/messages/acts/call-off.ts'
import type { Message } from '../../../../shared/messages/collections.ts'
import type { Directory } from '../directory.ts'

/**
 * What answers letters of a thread and has not come in as a letter yet, in the order in which it goes: it waits, went, or did not. What
 * was called off is not shown. `circle`: that of who looks: an answer may name the letter of his own or its twin.
 */
export function answersUnderWay(
  directory: Pick<Directory, 'answersTo'>,
  letters: readonly Letter[],
  circle: string,
): readonly Message[] {
  const cameIn = new Set(letters.flatMap(({ message, messageId }) => [message, messageId]))
  const answered = letters.flatMap(({ id }) => [`letters/${sharedId(id)}`, `ownLetters/${inCircle(id, circle)}`])
  const isUnderWay = ({ id, outer, state, gone }: Message) =>
    !gone && state !== 'cancelled' && !cameIn.has(id) && (outer === null || !cameIn.has(outer))
  return directory.answersTo(answered).filter(isUnderWay).sort(byTime)
}

/** What went, as it did; behind it what waits, and what did not go. */
function byTime(one: Message, other: Message): number {
  return timeOf(one) - timeOf(other) || (one.id < other.id ? -1 : 1)
}

function timeOf(message: Message): number {
  return message.sent ?? (isWaiting(message) ? message.due : null) ?? message.madeAt
}
