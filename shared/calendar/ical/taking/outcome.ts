import type { CalendarRecord } from '../../collections.ts'
import type { ReadEvent } from '../reading/component.ts'
import type { ReadRecord } from '../reading/read.ts'
import { idOfUid } from '../uid.ts'

/** What taking one UID of a file comes to (SPEC E7). */
export const OUTCOMES = [
  'made',
  'changed',
  'restored',
  'same',
  'older',
  'cancelled',
  'answered',
  'unknown',
  'ours',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Whose addresses are known: ids of people by address, in small letters. */
export type People = Readonly<Record<string, string>>

/** What would become of one UID; `known`: the record that has it (`idOfUid`), null where there is none. */
export function outcomeOf(read: ReadRecord, known: CalendarRecord | null, people: People): Outcome {
  const { asked } = read
  if (asked === 'answer') return known && answers(read, known, people).length > 0 ? 'answered' : 'unknown'
  if (idOfUid(read.uid).isOurs) return 'ours'
  if (known === null) return asked === 'drop' ? 'unknown' : 'made'
  const age = ageOf(read, known)
  if (age === 'older') return 'older'
  if (asked === 'drop') return known.cancelled ? 'same' : 'cancelled'
  if (known.gone) return 'restored'
  return age === 'same' ? 'same' : 'changed'
}

/** All components of one UID: the whole, or single ones that came without it. */
function componentsOf({ whole, singles }: ReadRecord): readonly ReadEvent[] {
  return whole ? [whole, ...singles] : singles
}

/** The number and time by which a file's record is known to be newer. */
export function versionOf(read: ReadRecord): { readonly sequence: number; readonly stamp: number } {
  const all = componentsOf(read)
  return {
    sequence: Math.max(0, ...all.map(({ sequence }) => sequence)),
    stamp: Math.max(0, ...all.map(({ stamp }) => stamp ?? 0)),
  }
}

function ageOf(read: ReadRecord, known: CalendarRecord): 'older' | 'same' | 'newer' {
  const { sequence, stamp } = versionOf(read)
  const [ownSequence, ownStamp] = [known.sequence ?? 0, known.stamp ?? 0]
  const by = sequence - ownSequence || stamp - ownStamp
  return by < 0 ? 'older' : by === 0 ? 'same' : 'newer'
}

/** What a reply says: which participants' entries get which answer. */
export function answers(read: ReadRecord, known: CalendarRecord, people: People) {
  const emailOf = (person: string) => Object.keys(people).find((email) => people[email] === person)
  const said = read.whole?.participants ?? []
  return known.participants.flatMap(({ id, email, person }) => {
    const own = (email ?? (person === null ? null : emailOf(person)))?.toLowerCase()
    const found = said.find((one) => one.email === own)
    return found?.answer ? [{ participant: id, answer: found.answer }] : []
  })
}
