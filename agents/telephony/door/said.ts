import * as v from 'valibot'
import { CALL_DIRECTIONS, CALL_FAILURES } from '../../../shared/calls/collections.ts'
import { type AnyReport, PHONE_STATES, REPORTED, type RequestOutcome } from '../../../shared/calls/protocol.ts'
import { Failure } from '../../../shared/errors.ts'

/** So many reports come in one request at most. */
const MOST_REPORTS = 100
/** Less than this is meant in seconds: the year 1973 in milliseconds. */
const IN_SECONDS = 100_000_000_000
/** No text that a phone sends is longer; what a report keeps of it is bounded further on. */
const LONGEST = 8000

/** Simple phones put each value into quotes, or send what they have no value for as an empty text. */
const text = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => String(value)),
  v.maxLength(LONGEST),
)
const word = <const W extends string>(words: readonly W[]) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.trim()),
    v.picklist(words),
  )
const time = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,16}$/), v.transform(Number))]),
  v.transform((value) => Math.round(value < IN_SECONDS ? value * 1000 : value)),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(8.64e15),
)
const report = v.object({
  call: v.exactOptional(text),
  what: word(REPORTED),
  at: v.exactOptional(time),
  sent: v.exactOptional(time),
  direction: v.exactOptional(word(CALL_DIRECTIONS)),
  number: v.exactOptional(text),
  line: v.exactOptional(text),
  request: v.exactOptional(text),
  failure: v.exactOptional(word(CALL_FAILURES)),
  note: v.exactOptional(text),
})
/** Programs of automation leave the name of a variable where it has no value. */
const filledIn = v.pipe(
  text,
  v.transform((value) => (/^%\w+$/.test(value) ? '' : value)),
)
const stateReport = v.object({
  state: word(PHONE_STATES),
  at: v.exactOptional(time),
  sent: v.exactOptional(time),
  number: v.exactOptional(filledIn),
  line: v.exactOptional(text),
})
const outcome = v.object({ outcome: word(['done', 'failed']), failure: v.exactOptional(word(CALL_FAILURES)) })

/** What was said, by names. */
export type Said = Readonly<Record<string, unknown>>

/** A request's body and query. */
export interface Sent {
  readonly type: string
  readonly query: URLSearchParams
  readonly body: Uint8Array
}

/** What a request says: its query, and over that its body, as JSON or as a form. Failure request-shape. */
export function saidIn({ type, query, body }: Sent): Said {
  const asked = Object.fromEntries(query)
  const words = new TextDecoder().decode(body)
  if (words.trim() === '') return asked
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return { ...asked, ...Object.fromEntries(new URLSearchParams(words)) }
  return { ...asked, ...objectIn(words) }
}

/** Reports as they were said, not yet read. Failure request-shape for none, or too many. */
export function reportsIn(said: Said): readonly unknown[] {
  const { reports } = said
  if (reports === undefined) return [said]
  if (Array.isArray(reports) && reports.length > 0 && reports.length <= MOST_REPORTS) return reports
  throw new Failure('request-shape', { field: 'reports' })
}

/** Failure request-shape names the field that does not fit. */
export function readReport(said: unknown): AnyReport {
  const isState = typeof said === 'object' && said !== null && 'state' in said && !('what' in said)
  return isState ? read(stateReport, said) : read(report, said)
}

export function readOutcome(said: unknown): RequestOutcome {
  return read(outcome, said)
}

function read<T extends v.GenericSchema>(schema: T, said: unknown): v.InferOutput<T> {
  const { success, issues, output } = v.safeParse(schema, withoutEmpty(said))
  if (success) return output
  throw new Failure('request-shape', { field: v.getDotPath(issues[0]) ?? '' })
}

function withoutEmpty(said: unknown): unknown {
  if (typeof said !== 'object' || said === null) return said
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '' && value !== null))
}

/** Failure request-shape where it is no object. */
function objectIn(words: string): Said {
  try {
    const said: unknown = JSON.parse(words)
    if (typeof said === 'object' && said !== null && !Array.isArray(said)) return said as Said
  } catch (cause) {
    throw new Failure('request-shape', { field: '' }, { cause })
  }
  throw new Failure('request-shape', { field: '' })
}
