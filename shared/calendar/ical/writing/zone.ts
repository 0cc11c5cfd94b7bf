import { Temporal } from 'temporal-polyfill'
import { addDays } from '../../../time/days.ts'
import { WEEKDAYS } from '../../repeat/rule.ts'
import { type Component, extra, type Property, rule, text } from './jcal.ts'

/** A change of a zone's clock. */
interface Change {
  readonly at: Temporal.ZonedDateTime
  readonly before: string
  readonly after: string
}

/** So many years after the last use of a zone its changes are looked at: those that come every year are told by a rule. */
const YEARS = 6

/**
 * A zone as its clocks are from `from` on (ms), told from the zone's history: each change by itself, and those that come
 * every year, for ever, by a rule. `now` (ms) says where history ends.
 */
export function zoneComponent(zone: string, from: number, now: number): Component {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const changes = changesOf(start, Math.max(now, from))
  const yearly = yearlyFrom(changes)
  const single = changes.slice(0, changes.length - yearly.length)
  const observances = [
    inForce(start),
    ...single.map((change) => observance(change)),
    ...yearly.slice(0, 2).map(everyYear),
  ]
  return ['vtimezone', [text('tzid', zone), extra('x-lic-location', zone)], observances]
}

/** What held when the zone is used first. */
function inForce(start: Temporal.ZonedDateTime): Component {
  const last = start.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const at = last ?? Temporal.ZonedDateTime.from(`1970-01-01T00:00:00[${start.timeZoneId}]`)
  return observance({ at, before: offsetBefore(at), after: at.offset })
}

function changesOf(start: Temporal.ZonedDateTime, now: number): Change[] {
  const until = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(start.timeZoneId).year + YEARS
  const changes: Change[] = []
  let at = start.getTimeZoneTransition('next')
  while (at !== null && at.year <= until) {
    changes.push({ at, before: offsetBefore(at), after: at.offset })
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

/** The last changes, two in each year, where all of them come by the same rules; none where clocks are not changed any more. */
function yearlyFrom(changes: readonly Change[]): readonly Change[] {
  let begins = changes.length
  while (begins - 2 >= 0 && isSameRule(changes, begins - 2)) begins -= 2
  const yearly = changes.slice(begins)
  return yearly.length >= YEARS ? yearly : []
}

function isSameRule(changes: readonly Change[], index: number): boolean {
  const [one, other] = [changes[index], changes[index + 1]]
  const [last, lastOther] = changes.slice(-2)
  if (!one || !other || !last || !lastOther) return false
  return one.at.year === other.at.year && sameRule(one, last) && sameRule(other, lastOther)
}

function sameRule(a: Change, b: Change): boolean {
  return ruleOf(a) === ruleOf(b) && localBefore(a).slice(11) === localBefore(b).slice(11) && a.after === b.after
}

/** The weekday of the month, the last or the nth, on which a clock is changed. */
function ruleOf(change: Change): string {
  const day = localBefore(change).slice(0, 10)
  const date = Temporal.PlainDate.from(day)
  const isLast = addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
  const weekday = WEEKDAYS[date.dayOfWeek - 1]
  return `FREQ=YEARLY;BYMONTH=${date.month};BYDAY=${isLast ? -1 : Math.ceil(date.day / 7)}${weekday}`
}

function everyYear(change: Change): Component {
  return observance(change, [rule(ruleOf(change))])
}

function observance(change: Change, more: readonly Property[] = []): Component {
  const { before, after } = change
  const isSummer = before < after
  const properties: Property[] = [
    ['dtstart', {}, 'date-time', localBefore(change)],
    ['tzoffsetfrom', {}, 'utc-offset', before],
    ['tzoffsetto', {}, 'utc-offset', after],
    ...more,
  ]
  return [isSummer ? 'daylight' : 'standard', properties, []]
}

/** The local time that a clock showed when it was changed: an observance begins by it. */
function localBefore({ at, before }: Change): string {
  return at.toInstant().toZonedDateTimeISO(before).toPlainDateTime().toString({ smallestUnit: 'second' })
}

function offsetBefore(at: Temporal.ZonedDateTime): string {
  return at.subtract({ milliseconds: 1 }).offset
}
