import { Temporal } from 'temporal-polyfill'
import { Failure } from '../../errors.ts'
import { addDays, dayAt, daysBetween, localAt } from '../../time/days.ts'
import { type Rule, writeRule } from '../repeat/rule.ts'
import { lastDayOf, shiftRule, untilDay } from '../repeat/shift.ts'
import type { Start } from '../repeat/starts.ts'
import { timed, type When, wholeDays } from '../slots/when.ts'
import type { One } from './one.ts'

/** A series as it is to be: its first times, its rule, and by how many days it moved. */
export interface Series {
  readonly when: When
  readonly rule: Rule
  readonly days: number
}

/** The series whose one that the rule has at `start` is to stand at `when`; `first`: the one it begins with (SPEC E32). */
export function seriesMoved({ starts, record, zone }: One, start: Start, first: Start, when: When): Series {
  const days = daysBetween(start.original.slice(0, 10), when.day ?? dayAt(when.start, zone))
  const [from, to] = [first.original.slice(0, 10), addDays(first.original.slice(0, 10), days)]
  const rule = shiftRule(starts.rule, from, to)
  const until = rule.until === null ? null : addDays(lastDayOf(rule.until, record.start, zone), days)
  return {
    when: whenOn(to, when, zone),
    rule: {
      ...rule,
      ...hoursAfter(rule, start, when, zone),
      until: until && untilDay(until, when.day === null ? zone : null),
    },
    days,
  }
}

/** A rule's end before one of its times, so that what came before it stays. */
export function endedBefore({ starts, record, zone }: One, last: Start): string {
  return writeRule({
    ...starts.rule,
    count: null,
    until: untilDay(last.original.slice(0, 10), record.day === null ? zone : null),
  })
}

/** As `when`, on another day. */
function whenOn(day: string, when: When, zone: string): When {
  if (when.day !== null) return wholeDays(day, addDays(day, daysBetween(when.day, when.lastDay)))
  const clock = localAt(when.start, zone).toPlainTime()
  const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds
  return timed(start, start + when.end - when.start)
}

/** The hour stands in the start; of several a day none can be told from the others when they move. */
function hoursAfter({ hours, minutes }: Rule, start: Start, when: When, zone: string): Partial<Rule> {
  const isSame = when.day === null && typeof start.at === 'number' && sameClock(start.at, when.start, zone)
  if (isSame || hours.length + minutes.length === 0) return {}
  if (hours.length > 1 || minutes.length > 1) throw new Failure('repeat-not-moved')
  return { hours: [], minutes: [] }
}

function sameClock(a: number, b: number, zone: string): boolean {
  return localAt(a, zone).toPlainTime().equals(localAt(b, zone).toPlainTime())
}
