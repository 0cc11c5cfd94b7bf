import { Temporal } from 'temporal-polyfill'
import type { ReportAsk } from './ask.ts'
import { dayNumber, dayText } from './facts/days.ts'

/** The period that a report is set beside, and the day of the report's own that each of its days stands for. */
export interface Earlier {
  readonly from: string
  readonly until: string
  shift(day: number): number
}

/** What a report's period is set beside (SPEC RP15); null where nothing is asked for, or the period has no ends. */
export function earlierOf({ from, until, compare }: Pick<ReportAsk, 'from' | 'until' | 'compare'>): Earlier | null {
  if (compare === null || from === null || until === null || until < from) return null
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)]
  const months = wholeMonths(first, last)
  if (months !== null) return byMonths(first, last, compare === 'lastYear' ? 12 : months)
  if (compare === 'lastYear') return byYear(first, last)
  const days = first.until(last).days + 1
  const [start, end] = [first.subtract({ days }), last.subtract({ days })]
  return { from: start.toString(), until: end.toString(), shift: (day) => day + days }
}

/** How many whole months a period is; null: it is none. */
function wholeMonths(first: Temporal.PlainDate, last: Temporal.PlainDate): number | null {
  if (first.day !== 1 || last.day !== last.daysInMonth) return null
  return first.until(last.add({ days: 1 }), { largestUnit: 'months' }).months
}

/** Whole months, of which one may be longer than the one that it stands for: its last days stand for that one's last. */
function byMonths(first: Temporal.PlainDate, last: Temporal.PlainDate, months: number): Earlier {
  const end = last.with({ day: 1 }).subtract({ months })
  const until = end.with({ day: end.daysInMonth })
  return { from: first.subtract({ months }).toString(), until: until.toString(), shift: later({ months }) }
}

/** The same dates a year before; 29 February has none and stands beside the 28th, whose own day is before a period that begins with it. */
function byYear(first: Temporal.PlainDate, last: Temporal.PlainDate): Earlier {
  const [start, end] = [first.subtract({ years: 1 }), last.subtract({ years: 1 })]
  const [since, shift] = [dayNumber(first.toString()) ?? 0, later({ years: 1 })]
  return { from: start.toString(), until: end.toString(), shift: (day) => Math.max(since, shift(day)) }
}

function later(by: Temporal.DurationLike): (day: number) => number {
  return (day) => dayNumber(Temporal.PlainDate.from(dayText(day)).add(by).toString()) ?? day
}
