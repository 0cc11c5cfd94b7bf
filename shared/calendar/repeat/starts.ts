import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { addDays, dayAt, localAt } from '../../time/days.ts'
import { type Rule, readRule, timesADay } from './rule.ts'

const UTC = 'UTC'

/** What is repeated: from when, in which zone, by which rule. */
export interface Repeated {
  /** Ms since 1970, or the first day. */
  readonly from: number | string
  readonly zone: string
  readonly repeat: string
}

/** One time that a rule gives. */
export interface Start {
  /** How it is called whatever becomes of it: its local time `2026-11-25T10:00`, of whole days the day. */
  readonly original: string
  /** Ms since 1970, or the day. */
  readonly at: number | string
}

/** The times of one rule. The first one counts, whether or not the rest of the rule would give it (SPEC E24). */
export class Starts {
  readonly rule: Rule
  readonly #repeated: Repeated
  readonly #zone: string
  readonly #times: RRuleTemporal

  /** Failures `repeat-wrong`, `repeat-too-often`. */
  constructor(repeated: Repeated) {
    this.#repeated = repeated
    this.#zone = typeof repeated.from === 'string' ? UTC : repeated.zone
    this.rule = readRule(repeated.repeat)
    this.#times = timesOf(this.rule, this.#instantOf(repeated.from), this.#zone)
  }

  /** Those in [from, to), ms; of whole days `from` and `to` are taken as days of the zone, both included. */
  between(from: number, to: number): Start[] {
    const [since, until] = this.#isOfDays
      ? [this.#instantOf(dayAt(from, this.#repeated.zone)), this.#instantOf(dayAt(to - 1, this.#repeated.zone)) + 1]
      : [from, to]
    return this.#times
      .between(new Date(since), new Date(until), true)
      .map(({ epochMilliseconds }) => epochMilliseconds)
      .filter((at) => at >= since && at < until)
      .map((at) => this.#start(at))
  }

  /** The one that is called `original`; null where the rule gives none. A rule that falls once on a day is asked by the day. */
  named(original: string): Start | null {
    const day = original.slice(0, 10)
    if (!isDay(day)) return null
    const from = zoned(day, this.#zone).epochMilliseconds
    const to = zoned(addDays(day, 1), this.#zone).epochMilliseconds
    const found = this.#times.between(new Date(from), new Date(to - 1), true)
    const starts = found.map(({ epochMilliseconds }) => this.#start(epochMilliseconds))
    if (timesADay(this.rule) > 1) return starts.find((start) => start.original === original) ?? null
    return starts.find((start) => start.original === original) ?? starts[0] ?? null
  }

  /** How many come before this one, and the last of them. */
  before(start: Start): { readonly count: number; readonly last: Start | null } {
    const at = this.#instantOf(start.at)
    const all = this.#times.between(new Date(this.#instantOf(this.#repeated.from)), new Date(at - 1), true)
    const last = all.at(-1)
    return { count: all.length, last: last ? this.#start(last.epochMilliseconds) : null }
  }

  get #isOfDays(): boolean {
    return typeof this.#repeated.from === 'string'
  }

  #start(at: number): Start {
    const local = localAt(at, this.#zone)
    return this.#isOfDays
      ? { original: local.toPlainDate().toString(), at: local.toPlainDate().toString() }
      : { original: originalAt(at, this.#zone), at }
  }

  #instantOf(at: number | string): number {
    return typeof at === 'string' ? zoned(at, UTC).epochMilliseconds : at
  }
}

/** How the start at an instant is called: its local time to the minute. */
export function originalAt(at: number, zone: string): string {
  return localAt(at, zone).toString({ smallestUnit: 'minute' })
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

function zoned(day: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone)
}

function timesOf(rule: Rule, from: number, zone: string): RRuleTemporal {
  const dtstart = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  return new RRuleTemporal({
    dtstart,
    freq: rule.frequency,
    interval: rule.step,
    wkst: rule.weekStart,
    includeDtstart: true,
    cache: false,
    ...(rule.count !== null && { count: rule.count }),
    ...(rule.until !== null && { until: later(untilOf(rule.until, zone), dtstart) }),
    ...given(
      'byDay',
      rule.weekdays.map(({ nth, weekday }) => `${nth ?? ''}${weekday}`),
    ),
    ...given('byMonth', rule.months),
    ...given('byMonthDay', rule.monthDays),
    ...given('byYearDay', rule.yearDays),
    ...given('byWeekNo', rule.weeks),
    ...given('bySetPos', rule.positions),
    ...given('byHour', rule.hours),
    ...given('byMinute', rule.minutes),
  })
}

function given<const N extends string, T>(name: N, values: readonly T[]): { readonly [K in N]?: T[] } {
  return (values.length > 0 ? { [name]: [...values] } : {}) as { readonly [K in N]?: T[] }
}

/** The first one counts also where the rule ends before it (SPEC E24). */
function later(until: Temporal.ZonedDateTime, start: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(until, start) < 0 ? start : until
}

/** A day lasts to its end in the zone; a time without a Z is the zone's. */
function untilOf(until: string, zone: string): Temporal.ZonedDateTime {
  const [day, time] = [until.slice(0, 8), until.slice(8)]
  const date = Temporal.PlainDate.from(day)
  if (time === '') return date.add({ days: 1 }).toZonedDateTime(zone).subtract({ milliseconds: 1 })
  if (time.endsWith('Z')) return Temporal.Instant.from(until).toZonedDateTimeISO(zone)
  return Temporal.PlainDateTime.from(until).toZonedDateTime(zone)
}
