import { Temporal } from 'temporal-polyfill'
import { addDays, startOfDay } from '../../time/days.ts'
import type { FilterValue } from '../filter.ts'

/** Periods that are told from today, as they are offered. `last` and `next` take a number of days, today among them. */
export const PERIODS = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'last',
  'next',
  'past',
  'future',
] as const
export type Period = (typeof PERIODS)[number]

/** Plain dates, both included; null is open on that side. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** How far `last` and `next` may reach, in days. */
const MOST_DAYS = 3660

type Day = Temporal.PlainDate

/** Whether a row's values name a period: its name, and for `last` and `next` how many days. */
export function isPeriod([name, days]: readonly FilterValue[]): boolean {
  if (!PERIODS.some((period) => period === name)) return false
  if (!takesDays(name)) return true
  return Number.isInteger(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS
}

/** Whether a period asks for a number of days. */
export function takesDays(period: FilterValue | undefined): boolean {
  return period === 'last' || period === 'next'
}

/** The days of a period as of `today`, a plain date. Weeks begin on Monday. */
export function daysOf([name, days]: readonly FilterValue[], today: string): Days {
  const day = Temporal.PlainDate.from(today)
  const { from, to } = spanOf(name as Period, day, Number(days ?? 1))
  return { from: from?.toString() ?? null, to: to?.toString() ?? null }
}

/** The instants [from, to) of days in a zone; open sides are infinite. */
export function instantsOf({ from, to }: Days, zone: string): { readonly from: number; readonly to: number } {
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : startOfDay(from, zone),
    to: to === null ? Number.POSITIVE_INFINITY : startOfDay(addDays(to, 1), zone),
  }
}

function spanOf(period: Period, today: Day, days: number): { readonly from: Day | null; readonly to: Day | null } {
  switch (period) {
    case 'today':
      return whole(today, { days: 1 })
    case 'yesterday':
      return whole(today.subtract({ days: 1 }), { days: 1 })
    case 'tomorrow':
      return whole(today.add({ days: 1 }), { days: 1 })
    case 'last':
      return { from: today.subtract({ days: days - 1 }), to: today }
    case 'next':
      return { from: today, to: today.add({ days: days - 1 }) }
    case 'past':
      return { from: null, to: today.subtract({ days: 1 }) }
    case 'future':
      return { from: today.add({ days: 1 }), to: null }
    default:
      return calendarSpan(period, today)
  }
}

type Unit = 'Week' | 'Month' | 'Quarter' | 'Year'

/** How long a unit is, and its first day as of a day. */
const UNITS: { readonly [U in Unit]: { readonly length: Temporal.DurationLike; readonly start: (day: Day) => Day } } = {
  Week: { length: { weeks: 1 }, start: (day) => day.subtract({ days: day.dayOfWeek - 1 }) },
  Month: { length: { months: 1 }, start: (day) => day.with({ day: 1 }) },
  Quarter: { length: { months: 3 }, start: (day) => day.with({ day: 1 }).subtract({ months: (day.month - 1) % 3 }) },
  Year: { length: { years: 1 }, start: (day) => day.with({ month: 1, day: 1 }) },
}

function calendarSpan(period: string, today: Day) {
  const [, which, unit] = /^(this|last|next)(\w+)$/.exec(period) ?? []
  const { length, start } = UNITS[unit as Unit]
  const begin = start(today)
  if (which === 'last') return whole(begin.subtract(length), length)
  return whole(which === 'next' ? begin.add(length) : begin, length)
}

function whole(from: Day, length: Temporal.DurationLike) {
  return { from, to: from.add(length).subtract({ days: 1 }) }
}
