import { asideId } from '../../../../../shared/calls/acts/taking.ts'
import { type Call, callsAside, phones } from '../../../../../shared/calls/collections.ts'
import { people } from '../../../../../shared/company/collections.ts'
import type { Directory } from '../../directory.ts'

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000]

/** For how long a window stands by what was reported last, ms: an end that nobody reports takes it away, too (SPEC CD8). */
const STANDS = {
  asked: 5 * MINUTE,
  given: 5 * MINUTE,
  ringing: 3 * MINUTE,
  talking: 4 * HOUR,
  ended: 10 * MINUTE,
  missed: 30 * SECOND,
  failed: 5 * MINUTE,
} as const satisfies { readonly [S in NonNullable<Call['state']>]: number }
/** How old ids of calls are at most that have a window: a phone's calls of one day bear the time at which it began. */
export const OLDEST = 29 * HOUR
const OVER: readonly Call['state'][] = ['ended', 'missed', 'failed']

/** Since when a call stands as it does, ms. */
export function sinceOf({ state, asked, rang, answered, ended, madeAt }: Call): number {
  if (state === 'talking') return answered ?? rang ?? madeAt
  if (state === 'asked' || state === 'given') return asked ?? madeAt
  return (OVER.includes(state) ? ended : null) ?? rang ?? asked ?? madeAt
}

/** Whether a call has a window: it goes on, or was over just now and is still worked with by whom it is. */
export function stands(call: Call, me: string | null, now: number): boolean {
  const { state } = call
  if (state === null || call.gone) return false
  // What was asked for here is told its end; what was taken up, missed or not, is written down to its end.
  const isTaken = call.taken !== null && call.takenBy === me
  const isWritten = isTaken && (state === 'ended' || state === 'missed')
  if (now - sinceOf(call) > STANDS[isWritten ? 'ended' : state]) return false
  return !OVER.includes(state) || call.asked !== null || isWritten
}

/** Whether a call is this person's to take up (SPEC CD7). */
export function isOwn(directory: Directory, call: Call, user: string): boolean {
  const me = directory.me
  const isAnothers = (person: string | null) => person !== null && person !== me
  if (isAnothers(call.takenBy) || directory.typed(callsAside, asideId(user, call.id))) return false
  if (call.asked !== null || (me !== null && call.responsible === me)) return !isAnothers(call.responsible)
  const phone = directory.typed(phones, call.phone)
  if (!phone) return false
  if (phone.owner !== null) return phone.owner === user
  // An office's line rings for everybody who works, until somebody has answered.
  return !isAnothers(call.responsible) && directory.typed(people, me)?.role !== 'viewer'
}
