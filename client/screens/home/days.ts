import { Temporal } from 'temporal-polyfill'

/** Plain dates, both included. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** The month of a day up to that day, and as many days of the month before. */
export function monthSoFar(today: string): { readonly now: Span; readonly before: Span } {
  const day = Temporal.PlainDate.from(today)
  const past = day.subtract({ months: 1 })
  return {
    now: { from: day.with({ day: 1 }).toString(), to: today },
    before: { from: past.with({ day: 1 }).toString(), to: past.toString() },
  }
}

/** The days of the month of a day, from its first to its last. */
export function daysOfMonth(today: string): string[] {
  const first = Temporal.PlainDate.from(today).with({ day: 1 })
  return Array.from({ length: first.daysInMonth }, (_, i) => first.add({ days: i }).toString())
}

/** The first and the last day of the month before a day's. */
export function monthBefore(today: string): Span {
  const first = Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: 1 })
  return { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() }
}

/** How much of the days from one to another are gone by today, today included, whole percent. */
export function timeGone(from: string, until: string, today: string): number {
  const days = (last: string) => Temporal.PlainDate.from(from).until(last).days + 1
  return Math.round((days(today) / days(until)) * 100)
}

/** By how many percent more than before; null where there was nothing before. */
export function growth(now: number, before: number): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 100)
}

/** Sums of days, added up day by day up to `until`; null for days after it. */
export function addedUp(days: readonly string[], sums: ReadonlyMap<string, number>, until: string): (number | null)[] {
  let sum = 0
  return days.map((day) => {
    sum += sums.get(day) ?? 0
    return day > until ? null : sum
  })
}
