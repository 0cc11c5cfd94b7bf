import type { Call } from '../collections.ts'

/** A call that rings, and one that is talked in, is closed so long after that, ms, where nothing more is told of it (SPEC CS9). */
export const RINGS_AT_MOST = 5 * 60_000
export const TALKS_AT_MOST = 6 * 3_600_000
/** A phone that was asked to dial has to say so within this, ms. */
export const DIALS_WITHIN = 60_000

type Open = Pick<Call, 'direction' | 'state' | 'asked' | 'rang' | 'answered'>
type Closed = Partial<Pick<Call, 'state' | 'failure' | 'isUnended'>>

/** When a call is to be closed without its end being told, ms since 1970; null: it is over. */
export function closesAt({ state, asked, rang, answered }: Open): number | null {
  if (state === 'asked' || state === 'given') return (asked ?? 0) + DIALS_WITHIN
  if (state === 'talking') return (answered ?? rang ?? 0) + TALKS_AT_MOST
  return state === 'ringing' ? (rang ?? 0) + RINGS_AT_MOST : null
}

/** What is written of a call whose end was never told; null where it is over, or its time has not come. */
export function closedBy(call: Open, now: number): Closed | null {
  const at = closesAt(call)
  if (at === null || at > now) return null
  if (call.state === 'asked' || call.state === 'given') return { state: 'failed', failure: 'noPhone' }
  if (call.state === 'talking') return { state: 'ended', isUnended: true }
  return call.direction === 'in'
    ? { state: 'missed', failure: null, isUnended: true }
    : { state: 'failed', failure: 'unsaid', isUnended: true }
}
