import { toldNumber } from '../../phones/told-number.ts'
import type { Call, CallFailure } from '../collections.ts'
import type { Report } from '../protocol.ts'

/** What a report says of a call: that it began, that somebody answered, that it is over after a talk, or without one. */
export type ToldKind = 'begun' | 'answered' | 'ended' | 'noTalk'

/** A report as it is folded into a call: bounded, its number read, its time put right. */
export interface Told {
  readonly kind: ToldKind
  /** ms since 1970 by our clock. */
  readonly at: number
  /** Null where the report does not say. */
  readonly direction: Call['direction']
  readonly failure: CallFailure | null
  /** E.164 where it can be read, else as it came; null: withheld, or not said. */
  readonly number: string | null
  readonly extension: string | null
  readonly line: string | null
  /** The phone's name for the call. */
  readonly outer: string | null
  /** The id of the call that was asked for, which it answers. */
  readonly request: string | null
  readonly note: string | null
}

/** How a report is read. */
export interface Hearing {
  /** When it came here, ms since 1970. */
  readonly heard: number
  /** The company's, ISO 3166-1; null is RU. */
  readonly country: string | null
}

/** Texts of a report are cut to so many characters. */
export const REPORT_LIMITS = { call: 200, number: 64, extension: 16, line: 64, note: 4000 } as const

/** A phone whose clock is off by less is believed, ms: a report is some time on its way. */
const TRUSTED = 30_000
/** Nothing that a phone tells happened longer ago, ms: ten years. */
const OLDEST = 3650 * 86_400_000
const KINDS: Readonly<Record<Report['what'], ToldKind>> = {
  ringing: 'begun',
  dialling: 'begun',
  answered: 'answered',
  ended: 'ended',
  missed: 'noTalk',
  failed: 'noTalk',
}
const IMPLIED: Readonly<Partial<Record<Report['what'], 'in' | 'out'>>> = {
  ringing: 'in',
  dialling: 'out',
  missed: 'in',
}

/** Reads a report (SPEC CS3 to CS5). */
export function readReport(report: Report, { heard, country }: Hearing): Told {
  const failure = failureOf(report)
  return {
    kind: report.what === 'ended' && failure ? 'noTalk' : KINDS[report.what],
    at: timeOf(report, heard),
    direction: report.direction ?? IMPLIED[report.what] ?? null,
    failure,
    ...readNumber(report.number, country),
    line: bounded(report.line, REPORT_LIMITS.line),
    outer: bounded(report.call, REPORT_LIMITS.call),
    request: report.request ?? null,
    note: bounded(report.note, REPORT_LIMITS.note),
  }
}

/** A number as calls keep it; nulls for a withheld one. */
function readNumber(text: string | undefined, country: string | null): Pick<Told, 'number' | 'extension'> {
  const { number, extension } = toldNumber(text, country)
  return { number: bounded(number, REPORT_LIMITS.number), extension: bounded(extension, REPORT_LIMITS.extension) }
}

/** When it happened, by our clock. */
function timeOf({ at, sent }: Report, heard: number): number {
  if (at === undefined) return heard
  const off = sent === undefined ? 0 : heard - sent
  const time = Math.abs(off) < TRUSTED ? at : at + off
  // What is told cannot lie ahead of its telling.
  return time > heard + TRUSTED || time < heard - OLDEST ? heard : time
}

/** Why there was no talk. That a phone did not hear in time is ours to say. */
function failureOf({ what, failure }: Report): CallFailure | null {
  if (failure) return failure === 'noPhone' ? 'unsaid' : failure
  if (what === 'failed') return 'unsaid'
  return what === 'missed' ? 'noAnswer' : null
}

function bounded(text: string | null | undefined, most: number): string | null {
  // Cut in the middle of a sign, its half would be none.
  return text?.trim().slice(0, most).toWellFormed().trim() || null
}
