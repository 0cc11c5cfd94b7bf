import { DAY_MS } from '../../time/days.ts'
import type { Step } from '../ask.ts'

/** The number of a plain date, days since 1970; null for what is none. */
export function dayNumber(day: string | null): number | null {
  if (day === null) return null
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? null : at / DAY_MS
}

export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** The first day of the span that a day lies in; weeks begin on Monday. */
export function spanStart(day: number, step: Step): number {
  if (step === 'day') return day
  if (step === 'week') return day - ((((day + 3) % 7) + 7) % 7)
  const date = new Date(day * DAY_MS)
  const month = date.getUTCMonth()
  return startOf(date.getUTCFullYear(), { month, quarter: month - (month % 3), year: 0 }[step])
}

/** The first day of the span behind the one that begins on a day. */
export function nextSpan(start: number, step: Step): number {
  if (step === 'day') return start + 1
  if (step === 'week') return start + 7
  const date = new Date(start * DAY_MS)
  return startOf(date.getUTCFullYear(), date.getUTCMonth() + { month: 1, quarter: 3, year: 12 }[step])
}

function startOf(year: number, month: number): number {
  return Date.UTC(year, month, 1) / DAY_MS
}
