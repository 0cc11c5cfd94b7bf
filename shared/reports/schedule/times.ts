import { Temporal } from 'temporal-polyfill'
import { dateAt } from '../../time/days.ts'
import type { ReportSchedule } from '../collections.ts'

/** When a schedule's reports go. */
export type Repeating = Pick<ReportSchedule, 'every' | 'day' | 'at'>

/** Farther than two months from any day there is always a time of a schedule. */
const FARTHEST = 62
const MINUTES_OF_DAY = 24 * 60

/** The last time of a schedule up to an instant, ms; null for one that says not how often (SPEC RP47, RP48). */
export function lastTime(schedule: Repeating, until: number, zone: string): number | null {
  return search(schedule, dateAt(until, zone), -1, (at) => at <= until, zone)
}

/** The first time of a schedule behind an instant, ms. */
export function nextTime(schedule: Repeating, after: number, zone: string): number | null {
  return search(schedule, dateAt(after, zone), 1, (at) => at > after, zone)
}

/** Goes from a day on, one by one, to the first time that fits. */
function search(
  schedule: Repeating,
  from: Temporal.PlainDate,
  step: 1 | -1,
  fits: (at: number) => boolean,
  zone: string,
): number | null {
  for (let days = 0; days <= FARTHEST; days++) {
    const day = from.add({ days: days * step })
    if (!isDay(schedule, day)) continue
    const at = timeOn(day, schedule.at, zone)
    if (fits(at)) return at
  }
  return null
}

function isDay({ every, day }: Repeating, date: Temporal.PlainDate): boolean {
  switch (every) {
    case 'everyDay':
      return true
    case 'everyWeek':
      return date.dayOfWeek === Math.min(day ?? 1, 7)
    case 'everyMonth':
      return date.day === Math.min(day ?? 1, date.daysInMonth)
    case null:
      return false
  }
}

/** The instant at which the zone's clocks show a minute of the day; where they leap over it, as much later as they leap. */
function timeOn(day: Temporal.PlainDate, minutes: number | null, zone: string): number {
  const at = Math.min(minutes ?? 0, MINUTES_OF_DAY - 1)
  const time = Temporal.PlainTime.from({ hour: Math.floor(at / 60), minute: at % 60 })
  return day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}
