import type { Call, CallFailure } from '../collections.ts'
import type { Told } from './told.ts'

/** What reports say of a call; all else of its record is people's, or follows from it. */
export type Settled = Pick<
  Call,
  | 'direction'
  | 'state'
  | 'failure'
  | 'number'
  | 'extension'
  | 'line'
  | 'outer'
  | 'rang'
  | 'answered'
  | 'ended'
  | 'isUnended'
>

/** How a call is over, as its phone says; what is further down counts against what is above it. */
const ENDS = ['none', 'ended', 'noTalk'] as const
type End = (typeof ENDS)[number]

/**
 * Folds what was told into a call; null: nothing was told before. Whatever is told in which order, and how often, comes to the same
 * (SPEC CS1): each part is the least, or the greatest, of all that was said of it.
 */
export function settle(call: Settled | null, told: Told): Settled {
  const direction = call?.direction === 'out' || told.direction === 'out' ? 'out' : 'in'
  const ended = least(endedOf(call), isEnd(told) ? told.at : null)
  const answered = answeredOf(call, told, ended)
  const end = greater(ENDS, endOf(call), isEnd(told) ? told.kind : 'none')
  return {
    direction,
    ...numberOf(call, told),
    line: first(call?.line, told.line),
    outer: first(call?.outer, told.outer),
    rang: least(call?.rang, told.at),
    answered,
    ended,
    ...standing({ direction, end, answered, failure: failureOf(call, told) }, call),
  }
}

/** Longer a note does not grow by what phones say: one that says so again and again would write ever more. */
const LONGEST_NOTE = 20_000

/** A note with what a phone says besides, a line for each, once; what makes it too long is left out. */
export function withNote(note: string | null, said: string): string {
  const lines = note?.split('\n') ?? []
  const grown = [...lines, said].join('\n')
  const isKnown = said.split('\n').every((line) => lines.includes(line))
  return isKnown || grown.length > LONGEST_NOTE ? (note ?? '') : grown
}

interface Standing {
  readonly direction: 'in' | 'out'
  readonly end: End
  readonly answered: number | null
  readonly failure: CallFailure | null
}

/** How far a call is. One that was closed without its end stays so until something new is told of it. */
function standing(
  { direction, end, answered, failure }: Standing,
  call: Settled | null,
): Pick<Settled, 'state' | 'failure' | 'isUnended'> {
  const isTalk = answered !== null || end === 'ended'
  if (end === 'none') {
    const isAsBefore = call?.isUnended && (call.answered !== null) === (answered !== null)
    if (isAsBefore) return { state: call.state, failure: call.failure, isUnended: true }
    return { state: isTalk ? 'talking' : 'ringing', failure: null, isUnended: false }
  }
  if (isTalk) return { state: 'ended', failure: null, isUnended: false }
  return { state: direction === 'in' ? 'missed' : 'failed', failure: failure ?? 'unsaid', isUnended: false }
}

/** Whether no phone has said yet how the call ended: it was closed here for want of an end, or its phone heard nothing of it. */
function isOurs(call: Settled | null): boolean {
  return call === null || call.isUnended || call.failure === 'noPhone'
}

function endOf(call: Settled | null): End {
  if (call === null || isOurs(call)) return 'none'
  if (call.state === 'ended') return 'ended'
  return call.state === 'missed' || call.state === 'failed' ? 'noTalk' : 'none'
}

function endedOf(call: Settled | null): number | null {
  return call === null || isOurs(call) ? null : call.ended
}

/** No later than the end: clocks and lines are late by seconds. */
function answeredOf(call: Settled | null, told: Told, ended: number | null): number | null {
  const answered = least(call?.answered, told.kind === 'answered' ? told.at : null)
  return answered === null ? null : least(answered, ended)
}

function isEnd(told: Told): told is Told & { readonly kind: 'ended' | 'noTalk' } {
  return told.kind === 'ended' || told.kind === 'noTalk'
}

/** `noTalk` alone has one; what says more counts. */
function failureOf(call: Settled | null, told: Told): CallFailure | null {
  const before = endOf(call) === 'noTalk' ? (call?.failure ?? null) : null
  const now = told.kind === 'noTalk' ? told.failure : null
  if (before === null || now === null) return before ?? now
  return greater(TELLING, before, now)
}

/** Failures by how much they say. */
const TELLING: readonly CallFailure[] = ['unsaid', 'noAnswer', 'busy', 'turnedDown', 'noLine', 'wrongNumber', 'noPhone']

/** The number that says most, with its inner line: one that could be read before one that could not. */
function numberOf(call: Settled | null, told: Told): Pick<Settled, 'number' | 'extension'> {
  const pairs = [call, told].flatMap((one) => (one?.number ? [{ number: one.number, extension: one.extension }] : []))
  return pairs.sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0] ?? { number: null, extension: null }
}

function rank({ number, extension }: { readonly number: string; readonly extension: string | null }): string {
  return `${number.startsWith('+') ? 0 : 1}${number} ${extension === null ? 1 : 0}${extension ?? ''}`
}

/** The less of two times, where both are there. */
function least(one: number | null | undefined, other: number | null): number | null {
  if (one === null || one === undefined) return other
  return other === null ? one : Math.min(one, other)
}

function greater<T>(all: readonly T[], one: T, other: T): T {
  return all.indexOf(one) > all.indexOf(other) ? one : other
}

/** Of two texts the one that is there, or stands first. */
function first(one: string | null | undefined, other: string | null): string | null {
  if (!one || !other) return one || other
  return one < other ? one : other
}
