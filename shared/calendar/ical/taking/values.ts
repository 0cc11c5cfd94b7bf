import { digest } from 'lib0/hash/sha256'
import type { Draft, Patch } from '../../../records/declarations/collection.ts'
import { exceptionId } from '../../acts/exceptions.ts'
import type { CalendarRecord, calendarRecords } from '../../collections.ts'
import { type Moment, originalOf, type ReadEvent, type ReadParticipant } from '../reading/component.ts'
import type { ReadRecord } from '../reading/read.ts'
import { versionOf } from './outcome.ts'

/** Bytes of an address that is an entry's id as it is. */
const LONGEST_PLAIN = 20

type Lists = (typeof calendarRecords)['lists']
export type TakenException = Patch<Lists['exceptions']['fields']>
export type TakenParticipant = Patch<Lists['participants']['fields']>

/** What is taken of a UID, as a record holds it. */
export interface Taken {
  readonly fields: Patch<(typeof calendarRecords)['fields']>
  readonly participants: ReadonlyMap<string, TakenParticipant>
  readonly exceptions: ReadonlyMap<string, TakenException>
}

/** The values of a file's record. Of one that came without its whole, its first single one is the record (SPEC E11). */
export function takenOf(read: ReadRecord, uid: string, personOf: (email: string) => string | null): Taken | null {
  const main = read.whole ?? read.singles[0]
  if (!main) return null
  const { subject, where, text, isFree, isCancelled, organizer, zone, repeat, when } = main
  return {
    fields: {
      ...{ ...when, subject, where, text, organizer, uid, free: isFree, cancelled: isCancelled },
      ...{ zone: repeat === null ? null : zone, repeat: read.whole ? repeat : null },
      ...versionOf(read),
    },
    participants: new Map(main.participants.map((one) => [participantId(one.email), participant(one, personOf)])),
    exceptions: read.whole ? exceptionsOf(read, read.whole) : new Map(),
  }
}

/** What single ones say of a record that is known (SPEC E11). */
export function exceptionsOf(
  { whole, singles }: ReadRecord,
  main: Pick<ReadEvent, 'zone'>,
): Map<string, TakenException> {
  const found = new Map<string, TakenException>()
  const put = (moment: Moment, difference: TakenException) => {
    const original = originalOf(moment, main.zone)
    found.set(exceptionId(original), { ...found.get(exceptionId(original)), original, ...difference })
  }
  for (const moment of whole?.added ?? []) put(moment, { added: true, ...startOf(moment) })
  for (const one of singles) if (one.recurrence) put(one.recurrence, differenceOf(one, whole))
  for (const moment of whole?.removed ?? []) put(moment, { removed: true })
  return found
}

/** The zone in which a record's single ones are called. */
export function zoneOfKnown({ zone, day }: CalendarRecord, home: string): string | null {
  return day === null ? (zone ?? home) : null
}

function startOf(moment: Moment): TakenException {
  return 'day' in moment ? { day: moment.day } : { start: moment.at }
}

function differenceOf(one: ReadEvent, whole: ReadEvent | null): TakenException {
  if (one.isCancelled) return { removed: true }
  const { when, subject, where } = one
  return {
    ...when,
    ...(subject !== whole?.subject && { subject }),
    ...(where !== whole?.where && { where }),
  }
}

/** An address is an entry, however often it comes: its bytes, of a long one its digest, since ids have 40 signs at most. */
function participantId(email: string): string {
  const bytes = new TextEncoder().encode(email)
  return Array.from(bytes.length > LONGEST_PLAIN ? digest(bytes) : bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 2 * LONGEST_PLAIN)
}

function participant(
  { email, name, answer }: ReadParticipant,
  personOf: (email: string) => string | null,
): TakenParticipant {
  const person = personOf(email)
  return {
    email,
    ...(name !== null && { name }),
    ...(person !== null && { person }),
    ...(answer !== null && { answer }),
  }
}

/** What a draft of a new record has of it. */
export function draftOf(
  { fields, participants, exceptions }: Taken,
  responsible: string | null,
): Draft<typeof calendarRecords> {
  return {
    ...fields,
    responsible,
    participants: Object.fromEntries(participants),
    exceptions: Object.fromEntries(exceptions),
  }
}
