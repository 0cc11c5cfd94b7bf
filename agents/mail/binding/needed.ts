import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { letters } from '../../../shared/letters/collections.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import { messageOf } from '../taking/message-of.ts'

/** So long before a letter what it answers is looked for, ms. */
const BACK = 90 * DAY_MS
/** No document is of an earlier time. */
const EARLIEST = Date.UTC(2000, 0, 1)
/** Of a long thread the last messages are looked at. */
const MOST = 4

/** The documents of what a letter may answer: letters of its quarter and of the one before, messages that it names. */
export function neededFor(company: string, id: string, references: readonly string[]): readonly string[] {
  const time = parseId(id)?.time ?? EARLIEST
  const quarters = [time, Math.max(time - BACK, EARLIEST)].map(
    (at) => `${company}/${letters.family}/${COMMON}/${quarterOf(at)}`,
  )
  const named = references.flatMap((reference) => messageOf(reference) ?? []).slice(-MOST)
  return [...new Set([...quarters, ...named.map((message) => documentOf(company, messages.family, message))])]
}
