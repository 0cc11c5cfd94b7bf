import { Temporal } from 'temporal-polyfill'

/** The last moment, ms since 1970, that a backup was due: the clock showed `at` (`HH:MM`) in the zone. */
export function lastDue(now: number, at: string, zone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const time = Temporal.PlainTime.from(at)
  const today = here.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: time })
  const due = today.epochMilliseconds <= now ? today : dayBefore(today, time, zone)
  return due.epochMilliseconds
}

/** The next moment that one will be. */
export function nextDue(now: number, at: string, zone: string): number {
  const last = Temporal.Instant.fromEpochMilliseconds(lastDue(now, at, zone)).toZonedDateTimeISO(zone)
  const tomorrow = last.toPlainDate().add({ days: 1 })
  return tomorrow.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds
}

function dayBefore(day: Temporal.ZonedDateTime, plainTime: Temporal.PlainTime, timeZone: string) {
  return day.toPlainDate().subtract({ days: 1 }).toZonedDateTime({ timeZone, plainTime })
}
