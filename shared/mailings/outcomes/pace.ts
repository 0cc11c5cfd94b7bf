import { readWeek, type Week } from '../../company/hours.ts'
import { instantOf } from '../../company/workdays/workdays.ts'
import { dateAt } from '../../time/days.ts'
import type { Mailing } from '../collections.ts'

const HOUR = 3_600_000
const DAYS_OF_WEEK = 7

/** When the next letter of a mailing may go, ms since 1970; Infinity: never (SPEC BM10). `last`: when one went last. */
export function nextStart(
  { due, hours, perHour }: Pick<Mailing, 'due' | 'hours' | 'perHour'>,
  { now, zone, last }: { readonly now: number; readonly zone: string; readonly last: number | null },
): number {
  const paced = last === null || perHour === null ? 0 : last + HOUR / perHour
  return inHours(hours ?? [], Math.max(now, due ?? 0, paced), zone)
}

/** The first moment from `at` on that is within hours, lines of company/hours.ts; none: any is. */
export function inHours(hours: readonly string[], at: number, zone: string): number {
  if (hours.length === 0) return at
  const week: Week = readWeek(hours)
  const today = dateAt(at, zone)
  for (let ahead = 0; ahead <= DAYS_OF_WEEK; ahead++) {
    const date = today.add({ days: ahead })
    const open = week[date.dayOfWeek - 1]
    if (!open) continue
    const from = instantOf(date, open.from, zone)
    if (at < instantOf(date, open.to, zone)) return Math.max(at, from)
  }
  return Number.POSITIVE_INFINITY
}
