import { WEEKDAYS, type Weekday } from '../../../../shared/calendar/repeat/rule.ts'
import type { When } from '../../../../shared/calendar/slots/when.ts'
import { dayAt } from '../../../../shared/time/days.ts'

/** Repeats that are offered at once. */
export const QUICK_REPEATS = ['none', 'daily', 'workdays', 'weekly', 'monthly', 'yearly'] as const
export type QuickRepeat = (typeof QUICK_REPEATS)[number]

/** The value of an RRULE; null: it is not repeated. */
export function repeatFor(repeat: QuickRepeat, when: When, zone: string): string | null {
  const day = when.day ?? dayAt(when.start, zone)
  const rules: Readonly<Record<Exclude<QuickRepeat, 'none'>, string>> = {
    daily: 'FREQ=DAILY',
    workdays: `FREQ=WEEKLY;BYDAY=${WEEKDAYS.slice(0, 5)}`,
    weekly: `FREQ=WEEKLY;BYDAY=${weekdayOf(day)}`,
    monthly: 'FREQ=MONTHLY',
    yearly: 'FREQ=YEARLY',
  }
  return repeat === 'none' ? null : rules[repeat]
}

/** The day of the week of a plain date. */
export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'
}
