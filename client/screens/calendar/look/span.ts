import { Temporal } from 'temporal-polyfill'
import { addDays, startOfDay } from '../../../../shared/time/days.ts'
import type { View } from './shown.ts'

/** Days that are shown, the first and the one after the last. */
export interface Days {
  readonly first: string
  readonly after: string
}

/** How many days the agenda lists. */
const AGENDA = 30

/** The days that a view of a date shows: of a month whole weeks. */
export function daysOf(view: View, date: string): Days {
  if (view === 'month') {
    const first = monday(firstOfMonth(date))
    const after = Temporal.PlainDate.from(firstOfMonth(date)).add({ months: 1 })
    return { first, after: addDays(monday(after.subtract({ days: 1 }).toString()), 7) }
  }
  if (view === 'week') return { first: monday(date), after: addDays(monday(date), 7) }
  const lengths = { threeDays: 3, day: 1, agenda: AGENDA }
  return { first: date, after: addDays(date, lengths[view]) }
}

/** The same as instants, [from, to), ms since 1970. */
export function spanOf(days: Days, zone: string): { readonly from: number; readonly to: number } {
  return { from: startOfDay(days.first, zone), to: startOfDay(days.after, zone) }
}

/** The date by which the next (1) or the one before (-1) is shown. */
export function stepped(view: View, date: string, step: 1 | -1): string {
  const day = Temporal.PlainDate.from(date)
  if (view === 'month') return day.with({ day: 1 }).add({ months: step }).toString()
  const days = { week: 7, threeDays: 3, day: 1, agenda: AGENDA }
  return day.add({ days: step * days[view] }).toString()
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 8)}01`
}

function monday(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
