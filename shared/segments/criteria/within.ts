import type { FilterValue } from '../../filters/filter.ts'
import { daysOf, isPeriod, type Period, takesDays } from '../../filters/values/periods.ts'
import { dayNumber } from '../../reports/facts/days.ts'

/** Periods in which something may have happened, as they are offered; `last` is of so many days. */
export const PAST_PERIODS = [
  'last',
  'today',
  'yesterday',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const satisfies readonly Period[]
type PastPeriod = (typeof PAST_PERIODS)[number]

/** A period that is told from today. */
export interface Within {
  readonly period: PastPeriod
  /** Of `last` alone: how many days, today among them. */
  readonly days: number | null
}

/** Days since 1970, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** All days. */
export const ALWAYS: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** A period as keys of fields hold it: `thisYear`, `last.90`. */
export function writeWithin({ period, days }: Within): string {
  return days === null ? period : `${period}.${days}`
}

/** Null: it is none of these. */
export function readWithin(text: string): Within | null {
  const [name, number, ...rest] = text.split('.')
  const period = PAST_PERIODS.find((one) => one === name)
  if (!period || rest.length > 0) return null
  const days = number === undefined ? null : Number(number)
  return isPeriod(valuesOf({ period, days })) && takesDays(period) === (days !== null) ? { period, days } : null
}

/** The days of a period, as of a plain date. */
export function spanOf(within: Within | null, today: string): Span {
  if (!within) return ALWAYS
  const { from, to } = daysOf(valuesOf(within), today)
  return { from: dayNumber(from) ?? ALWAYS.from, to: dayNumber(to) ?? ALWAYS.to }
}

function valuesOf({ period, days }: Within): FilterValue[] {
  return days === null ? [period] : [period, days]
}
