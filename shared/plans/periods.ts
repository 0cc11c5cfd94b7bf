import { Temporal } from 'temporal-polyfill'
import type { Periodicity, Plan } from './collections.ts'

/** A period of a plan, as plain dates, both included. Its id is its first day. */
export interface Period {
  readonly id: string
  readonly from: string
  readonly until: string
}

/** The span of a plan and how it is cut. */
export type Span = Pick<Plan, 'from' | 'until' | 'periodicity'>

/** More periods than these no plan has: nearly three years by day. */
export const MOST_PERIODS = 1_000

/** The first day of the natural period in which a day lies. */
const BEGINS: Readonly<Record<Periodicity, (day: Temporal.PlainDate) => Temporal.PlainDate>> = {
  byDay: (day) => day,
  byWeek: (day) => day.subtract({ days: day.dayOfWeek - 1 }),
  byTenDays: (day) => day.with({ day: day.day > 20 ? 21 : day.day > 10 ? 11 : 1 }),
  byMonth: (day) => day.with({ day: 1 }),
  byQuarter: (day) => firstOfMonths(day, 3),
  byHalfYear: (day) => firstOfMonths(day, 6),
  byYear: (day) => firstOfMonths(day, 12),
}

/** The first day behind the natural period that begins on a day. */
const ENDS: Readonly<Record<Periodicity, (begin: Temporal.PlainDate) => Temporal.PlainDate>> = {
  byDay: (begin) => begin.add({ days: 1 }),
  byWeek: (begin) => begin.add({ days: 7 }),
  byTenDays: (begin) => (begin.day > 20 ? begin.with({ day: 1 }).add({ months: 1 }) : begin.add({ days: 10 })),
  byMonth: (begin) => begin.add({ months: 1 }),
  byQuarter: (begin) => begin.add({ months: 3 }),
  byHalfYear: (begin) => begin.add({ months: 6 }),
  byYear: (begin) => begin.add({ years: 1 }),
}

function firstOfMonths(day: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return day.with({ day: 1, month: day.month - ((day.month - 1) % months) })
}

/** The whole period of the calendar in which a day lies, whatever the plan's ends. */
export function naturalPeriod(day: string, periodicity: Periodicity): Period {
  const begin = BEGINS[periodicity](Temporal.PlainDate.from(day))
  const until = ENDS[periodicity](begin).subtract({ days: 1 }).toString()
  return { id: begin.toString(), from: begin.toString(), until }
}

/**
 * The periods of a plan in order, the first and the last cut at its ends (SPEC PN1). None where its days are missing or stand
 * the wrong way round; `MOST_PERIODS` and one where there would be more.
 */
export function periodsOf({ from, until, periodicity }: Span): Period[] {
  const found: Period[] = []
  if (from === null || until === null || periodicity === null) return found
  let day = from
  while (day <= until && found.length <= MOST_PERIODS) {
    const end = naturalPeriod(day, periodicity).until
    found.push({ id: day, from: day, until: end < until ? end : until })
    day = Temporal.PlainDate.from(end).add({ days: 1 }).toString()
  }
  return found
}

/** Which of the periods, in their order, holds a day; -1 where none does. */
export function periodAt(periods: readonly Period[], day: string): number {
  let [low, high] = [0, periods.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const { from, until } = periods[middle] as Period
    if (day < from) high = middle - 1
    else if (day > until) low = middle + 1
    else return middle
  }
  return -1
}
