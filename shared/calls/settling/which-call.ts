import { COMMON } from '../../documents/families.ts'
import { derivedId } from '../../records/keys/id.ts'
import { DAY_MS } from '../../time/days.ts'
import type { Call } from '../collections.ts'
import type { Told } from './told.ts'

/** What of a call tells whether a report is of it. */
export type Candidate = Pick<
  Call,
  'id' | 'direction' | 'state' | 'number' | 'outer' | 'asked' | 'rang' | 'answered' | 'ended'
>

/** Calls that a report may be of lie within this, ms: a name is not used again sooner, and no call takes longer. */
export const SAME_NAME_WITHIN = DAY_MS
/** By calls without a name: so long one rings, so long a talk takes, so late its end is told again, ms. */
const RINGS = 120_000
const TALKS = 6 * 3_600_000
const AGAIN = 120_000
/** Two clocks, or a line that is slow, ms. */
const SLACK = 5000
/** So long after it was asked for a call is dialled, where its phone does not say which one it dials, ms. */
const ASKED_WITHIN = 120_000

/**
 * The id of the call that a report is of, among those of its phone (SPEC CS6 to CS8); null: none of them. The nearest in time, where
 * several may be meant.
 */
export function whichCall(told: Told, calls: Iterable<Candidate>): string | null {
  let best: { readonly id: string; readonly gap: number } | null = null
  for (const call of calls) {
    const gap = gapOf(told, call)
    if (gap !== null && (best === null || gap < best.gap || (gap === best.gap && call.id < best.id)))
      best = { id: call.id, gap }
  }
  return best?.id ?? null
}

/** The id that a call of a phone gets by a first report of it: the same by whichever of one day. */
export function derivedCallId(phone: string, told: Told): string {
  const day = Math.floor(told.at / DAY_MS) * DAY_MS
  if (told.outer !== null) return derivedId(COMMON, day, `calls/${phone}`, told.outer)
  return derivedId(COMMON, day, `calls/${phone}/unnamed`, `${told.number ?? ''} ${told.kind} ${told.at}`)
}

/** How far a report is from a call, ms; null: it is not of this one. */
function gapOf(told: Told, call: Candidate): number | null {
  if (told.request !== null && call.id === told.request) return -2
  if (told.outer !== null && told.outer === call.outer) {
    const gap = Math.abs(told.at - (call.rang ?? call.asked ?? told.at))
    return gap <= SAME_NAME_WITHIN ? gap - SAME_NAME_WITHIN : null
  }
  if (call.outer !== null || !isAlike(told, call)) return null
  const { rang } = call
  return (told.outer === null && rang !== null ? gapInTime(told, { ...call, rang }) : null) ?? gapOfAsked(told, call)
}

function isAlike(told: Told, call: Candidate): boolean {
  if (told.direction !== null && call.direction !== null && told.direction !== call.direction) return false
  // A phone that is asked of its end may not say of which number.
  return told.number === call.number || (told.number === null && told.kind !== 'begun')
}

/** One that was asked for here, and that its phone has not named. */
function gapOfAsked(told: Told, { asked, ended }: Candidate): number | null {
  const isAnother = told.kind === 'begun' && ended !== null && told.at > ended
  if (asked === null || told.direction === 'in' || isAnother) return null
  const gap = told.at - asked
  return gap >= -SLACK && gap <= ASKED_WITHIN ? Math.abs(gap) : null
}

type Begun = Candidate & { readonly rang: number }

/** Where neither has a name. */
function gapInTime(told: Told, call: Begun): number | null {
  if (told.kind === 'begun') return gapOfBegin(told.at, call)
  if (told.kind === 'answered') return gapOfAnswer(told.at, call)
  return gapOfEnd(told.at, call)
}

/** It begins once: what begins behind an end is another one, what begins before all that is known is this one come late. */
function gapOfBegin(at: number, { rang, answered, ended }: Begun): number | null {
  if (at >= rang) return at <= (ended ?? rang + RINGS) ? at - rang : null
  const isBeginKnown = rang !== (answered ?? ended)
  return rang - at <= (isBeginKnown ? SLACK : answered === null ? TALKS : RINGS) ? rang - at : null
}

function gapOfAnswer(at: number, { rang, answered, ended }: Begun): number | null {
  if (at < rang) return answered === null && ended === rang && rang - at <= TALKS ? rang - at : null
  const isWithin = at <= (ended ?? rang + RINGS) + SLACK && at - rang <= (ended === null ? RINGS : TALKS)
  return isWithin ? at - rang : null
}

/** One that is not over is meant rather than one that is. */
function gapOfEnd(at: number, { rang, ended }: Begun): number | null {
  if (at < rang - SLACK) return null
  if (ended === null) return at - rang <= TALKS ? Math.abs(at - rang) : null
  const gap = Math.abs(at - ended)
  if (gap <= AGAIN) return gap <= SLACK ? gap - SLACK : gap + TALKS
  return null
}
