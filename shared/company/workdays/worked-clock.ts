import { Temporal } from 'temporal-polyfill'
import { DAY_MS } from '../../time/days.ts'
import { instantOf, type WorkingTime } from './workdays.ts'

const MINUTE = 60_000

/** Days (of UTC) that a clock goes back at most: what is farther back was dated by mistake. */
const FARTHEST = 40 * 366

/**
 * A clock that goes on while the company works: the difference of two of its readings, ms, is the time worked between their
 * instants (SPEC S10, S12). For instants from `from` to `to`; of what is over forty years before `to` it counts nothing. Days are
 * added up once, so that a reading costs no more than a look at three of them.
 */
export function workedClock(time: WorkingTime, from: number, to: number): (instant: number) => number {
  const last = Math.floor(to / DAY_MS) + 1
  const first = Math.max(Math.floor(from / DAY_MS), last - FARTHEST) - 1
  const { opens, closes, before } = daysOf(time, first, last)
  const within = (day: number, instant: number) => {
    const [open = 0, close = 0] = [opens[day], closes[day]]
    return Math.min(Math.max(instant - open, 0), close - open)
  }
  return (instant) => {
    // Whatever the zone, an instant lies in the day of its date in UTC, the one before or the one after.
    const day = Math.min(Math.max(Math.floor(instant / DAY_MS) - first, 1), before.length - 2)
    return (before[day - 1] ?? 0) + within(day - 1, instant) + within(day, instant) + within(day + 1, instant)
  }
}

/** By day, both ends included: when it opens and closes, and what was worked before it. A day off closes as it opens. */
function daysOf(time: WorkingTime, first: number, last: number) {
  const length = last - first + 1
  const [opens, closes, before] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)]
  const instantAt = instants(time.zone, first * DAY_MS, (last + 1) * DAY_MS)
  let sum = 0
  for (let at = 0; at < length; at++) {
    const midnight = (first + at) * DAY_MS
    const { hours } = time.day(new Date(midnight).toISOString().slice(0, 10))
    before[at] = sum
    opens[at] = hours ? instantAt(midnight, hours.from) : midnight
    closes[at] = hours ? Math.max(instantAt(midnight, hours.to), opens[at] ?? 0) : midnight
    sum += (closes[at] ?? 0) - (opens[at] ?? 0)
  }
  return { opens, closes, before }
}

/** Instants of minutes after a midnight: by the zone's offset, and with care on days around which that changes. */
function instants(zone: string, from: number, to: number): (midnight: number, minutes: number) => number {
  const changes = changesIn(zone, from - 2 * DAY_MS, to + 2 * DAY_MS)
  const after = offsetAt(zone, to + 2 * DAY_MS)
  let next = 0
  return (midnight, minutes) => {
    while ((changes[next]?.at ?? Number.POSITIVE_INFINITY) < midnight - 2 * DAY_MS) next++
    const change = changes[next]
    if (change && change.at < midnight + 3 * DAY_MS) return instantOf(dateOf(midnight), minutes, zone)
    return midnight + minutes * MINUTE - (change?.before ?? after)
  }
}

interface Change {
  readonly at: number
  /** Milliseconds that the zone was ahead of UTC until then. */
  readonly before: number
}

function changesIn(zone: string, from: number, to: number): readonly Change[] {
  const changes: Change[] = []
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  for (let next = start.getTimeZoneTransition('next'); next; next = next.getTimeZoneTransition('next')) {
    const at = next.epochMilliseconds
    if (at > to) break
    changes.push({ at, before: offsetAt(zone, at - 1) })
  }
  return changes
}

function offsetAt(zone: string, instant: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
}

function dateOf(midnight: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(new Date(midnight).toISOString().slice(0, 10))
}
