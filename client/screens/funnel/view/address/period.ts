import { Temporal } from 'temporal-polyfill'
import { addDays, startOfDay } from '../../../../../shared/time/days.ts'

/** The periods that are offered; `custom` has days of its own. */
export const PERIODS = ['thisMonth', 'lastMonth', 'thisQuarter', 'thisYear', 'lastYear', 'all', 'custom'] as const
export type PeriodName = (typeof PERIODS)[number]

/** What stands beside a period; `own` has days of its own. */
export const BESIDE = ['none', 'previous', 'lastYear', 'own'] as const
export type Beside = (typeof BESIDE)[number]

/** Plain dates, both included; null is open on that side. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** The days of a period as of `today` (a plain date); `own` are those of `custom`. */
export function daysOf(period: PeriodName, today: string, own: Days): Days {
  if (period === 'custom') return own
  if (period === 'all') return { from: null, to: null }
  const { start, length } = calendarPeriod(period, Temporal.PlainDate.from(today).with({ day: 1 }))
  return { from: start.toString(), to: start.add({ months: length }).subtract({ days: 1 }).toString() }
}

/** The instants [from, to) of days in a zone; open sides are infinite. */
export function spanOf({ from, to }: Days, zone: string): { readonly from: number; readonly to: number } {
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : startOfDay(from, zone),
    to: to === null ? Number.POSITIVE_INFINITY : startOfDay(addDays(to, 1), zone),
  }
}

/** Whether the days are one whole calendar month. */
export function isMonth(days: Days): boolean {
  return wholeMonths(days) === 1
}

/** How many whole calendar months the days are; none where they are not just these. */
export function wholeMonths({ from, to }: Days): number {
  if (from === null || to === null || !from.endsWith('-01')) return 0
  const start = Temporal.PlainDate.from(from)
  const { years, months, days } = start.until(Temporal.PlainDate.from(to).add({ days: 1 }), { largestUnit: 'years' })
  return days === 0 ? Math.max(years * 12 + months, 0) : 0
}

/** The days of a month («2026-11»). */
export function daysOfMonth(month: string): Days {
  const start = Temporal.PlainDate.from(`${month}-01`)
  return { from: start.toString(), to: start.with({ day: start.daysInMonth }).toString() }
}

/** So many months a trend shows of a period that has no or one month, and at most. */
const TREND = { usual: 12, most: 24 }

/** The months («2026-11») of a trend over days, as of `today` (funnel/SPEC F37). */
export function trendMonths({ from, to }: Days, today: string): string[] {
  const last = Temporal.PlainYearMonth.from((to === null || to > today ? today : to).slice(0, 7))
  const first = from === null ? last : Temporal.PlainYearMonth.from(from.slice(0, 7))
  const touched = first.until(last, { largestUnit: 'months' }).months + 1
  const count = touched <= 1 ? TREND.usual : Math.min(touched, TREND.most)
  return Array.from({ length: count }, (_, i) => last.subtract({ months: count - 1 - i }).toString())
}

function calendarPeriod(period: Exclude<PeriodName, 'custom' | 'all'>, month: Temporal.PlainDate) {
  const year = month.with({ month: 1 })
  if (period === 'thisMonth') return { start: month, length: 1 }
  if (period === 'lastMonth') return { start: month.subtract({ months: 1 }), length: 1 }
  if (period === 'thisQuarter') return { start: month.subtract({ months: (month.month - 1) % 3 }), length: 3 }
  return { start: period === 'thisYear' ? year : year.subtract({ years: 1 }), length: 12 }
}
