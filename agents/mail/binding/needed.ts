import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { letters } from '../../../shared/letters/collections.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import { messageOf } from '../taking/message-of.ts'
import type { Surroundings } from './surroundings.ts'

/** So long before a letter what it answers is looked for at any rate, ms. */
const BACK = 90 * DAY_MS
/** No document is of an earlier time. */
const EARLIEST = Date.UTC(2000, 0, 1)
/** Of a long thread the last messages are looked at. */
const MOST = 4

/** A letter that is bound by what it answers. */
export interface Answering {
  readonly company: string
  readonly id: string
  /** Message-IDs. */
  readonly references: readonly string[]
}

/** The documents of what a letter may answer: letters of its quarter and of the one before, letters and messages that it names. */
export function neededFor(
  { company, id, references }: Answering,
  around: Pick<Surroundings, 'idOf'>,
): readonly string[] {
  const quarters = nearQuarters(id).map((quarter) => `${company}/${letters.family}/${COMMON}/${quarter}`)
  const documentsOf = (family: string, ids: readonly string[]) => ids.map((one) => documentOf(company, family, one))
  const sent = references.flatMap((reference) => messageOf(reference) ?? []).slice(-MOST)
  const known = references.flatMap((reference) => around.idOf(reference) ?? []).slice(-MOST)
  return [...new Set([...quarters, ...documentsOf(messages.family, sent), ...documentsOf(letters.family, known)])]
}

/** The quarter of a letter and the one before. */
export function nearQuarters(id: string): readonly string[] {
  const time = parseId(id)?.time ?? EARLIEST
  return [time, Math.max(time - BACK, EARLIEST)].map(quarterOf)
}
