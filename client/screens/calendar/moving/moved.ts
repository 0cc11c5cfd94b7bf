import { timed, type When, wholeDays } from '../../../../shared/calendar/slots/when.ts'
import { addDays, localAt } from '../../../../shared/time/days.ts'

/** How far something is moved or stretched. */
export interface Step {
  readonly days: number
  /** Of the clock on the wall. */
  readonly minutes: number
}

const MINUTE = 60_000

/** So much later, as long as before. */
export function moved(when: When, { days, minutes }: Step, zone: string): When {
  if (when.day !== null) return wholeDays(addDays(when.day, days), addDays(when.lastDay, days))
  const start = later(when.start, { days, minutes }, zone)
  return timed(start, start + (when.end - when.start))
}

/** With its end so much later; null where it would end before it begins, or take no time. */
export function stretched(when: When, { days, minutes }: Step, zone: string): When | null {
  if (when.day !== null) {
    const lastDay = addDays(when.lastDay, days)
    return lastDay < when.day ? null : wholeDays(when.day, lastDay)
  }
  const end = later(when.end, { days, minutes }, zone)
  return end - when.start < MINUTE ? null : timed(when.start, end)
}

function later(instant: number, step: Step, zone: string): number {
  return localAt(instant, zone).add(step).toZonedDateTime(zone).epochMilliseconds
}
