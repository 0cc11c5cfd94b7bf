import { Temporal } from 'temporal-polyfill'
import { addDays, startOfDay } from '../../../../../shared/time/days.ts'

/** The periods that are offered; `custom` has days of its own. */
export const PERIODS = ['thisMonth', 'lastMonth', 'thisQuarter', 'thisYear', 'lastYear', 'all', 'custom'] as const
export type PeriodName = (typeof PERIODS)[number]

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
export function isMonth({ from, to }: Days): boolean {
  if (from === null || to === null || !from.endsWith('-01')) return false
  const start = Temporal.PlainDate.from(from)
  return start.with({ day: start.daysInMonth }).toString() === to
}

function calendarPeriod(period: Exclude<PeriodName, 'custom' | 'all'>, month: Temporal.PlainDate) {
  const year = month.with({ month: 1 })
  if (period === 'thisMonth') return { start: month, length: 1 }
  if (period === 'lastMonth') return { start: month.subtract({ months: 1 }), length: 1 }
  if (period === 'thisQuarter') return { start: month.subtract({ months: (month.month - 1) % 3 }), length: 3 }
  return { start: period === 'thisYear' ? year : year.subtract({ years: 1 }), length: 12 }
}
