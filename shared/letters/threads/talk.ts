import { DAY_MS } from '../../time/days.ts'
import { bareSubject } from '../answering/answering.ts'

/** So far apart letters of one talk are at most, ms. */
const APART = 14 * DAY_MS

/** What of a letter says which talk it is of. */
export interface Talking {
  readonly subject: string | null
  /** Those it is exchanged with (people.ts). */
  readonly outsiders: readonly string[]
  /** When it came, ms since 1970. */
  readonly at: number
}

/** What letters of one talk have in common, a key with each of whom it is exchanged with; none: it has no subject. */
export function talkKeys({ subject, outsiders }: Talking): readonly string[] {
  const words = bareSubject(subject).toLowerCase().replace(/\s+/g, ' ')
  return words === '' ? [] : outsiders.map((address) => `${address} ${words}`)
}

/** Whether the later of two letters with a key in common goes on with the earlier (SPEC MP16): it says that it answers, and is not far from it. */
export function goesOn(one: Talking, other: Talking): boolean {
  if (Math.abs(one.at - other.at) > APART) return false
  return (one.at >= other.at && isAnswer(one)) || (other.at >= one.at && isAnswer(other))
}

/** Whether it says by its subject that it answers, or passes on. */
export function isAnswer({ subject }: Talking): boolean {
  return bareSubject(subject) !== (subject ?? '').trim()
}
