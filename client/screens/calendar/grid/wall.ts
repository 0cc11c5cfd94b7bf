import type { Calendar } from '@event-calendar/core'
import { Temporal } from 'temporal-polyfill'
import { timed, type When, wholeDays } from '../../../../shared/calendar/slots/when.ts'
import { moved, type Step, stretched } from '../moving/moved.ts'

const HOUR = 3_600_000

/** The time of the wall's clock that the grid means by a date of its own. */
export function wallOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The instant of a time of the wall's clock, ms since 1970. */
export function instantOf(wall: string, zone: string): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds
}

/** Where something stands after it was dragged or stretched in the grid. */
export function whenAfter(when: When, info: Calendar.EventDropInfo | Calendar.EventResizeInfo, zone: string): When {
  if ('endDelta' in info) return stretched(when, stepOf(info.endDelta), zone) ?? when
  const isWhole = info.event.allDay
  if (isWhole === (when.day !== null)) return moved(when, stepOf(info.delta), zone)
  return isWhole ? wholeDays(wallOf(info.event.start).slice(0, 10)) : onTheHour(wallOf(info.event.start), zone)
}

/** Out of the row of whole days it is an hour, until it is stretched. */
function onTheHour(wall: string, zone: string): When {
  const start = instantOf(wall, zone)
  return timed(start, start + HOUR)
}

function stepOf({ days, seconds }: Calendar.Duration): Step {
  return { days, minutes: Math.round(seconds / 60) }
}
