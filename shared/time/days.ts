import { Temporal } from 'temporal-polyfill'

/** The milliseconds of a day of 24 hours; days of a calendar may have an hour more or less. */
export const DAY_MS = 86_400_000

/** Whether a zone's name is one that the calendar knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The local time of an instant (ms since 1970), `2026-11-25T10:00`. */
export function localAt(instant: number, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime()
}

/** The date of an instant (ms since 1970) in a zone. */
export function dateAt(instant: number, zone: string): Temporal.PlainDate {
  return localAt(instant, zone).toPlainDate()
}

/** The plain date, `YYYY-MM-DD`, of an instant (ms since 1970) in a zone. */
export function dayAt(instant: number, zone: string): string {
  return dateAt(instant, zone).toString()
}

/** The instant (ms since 1970) at which a plain date begins in a zone. */
export function startOfDay(day: string | Temporal.PlainDate, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}

/** How many days from one plain date to another; below zero where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Every plain date from one to another, both included; none where the other is earlier. */
export function* daysFrom(from: string, to: string): Generator<string> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day
}
