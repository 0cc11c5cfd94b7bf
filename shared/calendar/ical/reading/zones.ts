import ICAL from 'ical.js'
import type { Temporal } from 'temporal-polyfill'
import { DAY_MS, isZone } from '../../../time/days.ts'
import { windowsZone } from './windows-zones.ts'

const SEASON = 182 * DAY_MS
/** Parts of a zone: Moscow, which changed its clocks more than most, has thirty. */
const MOST_PARTS = 200
/** What a rule of clocks may say besides the month and which Sunday of it. */
const ENDS = ['count', 'until', 'wkst']

/**
 * Where a zone of one's own could be: the first that has the same clock at the time itself and half a year on. Russia's
 * come first, as its users do.
 */
const LIKELY: readonly string[] = [
  'Europe/Moscow',
  'Europe/Kaliningrad',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Kiev',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Australia/Sydney',
  'Pacific/Auckland',
]

/** A local time of a file, with the zone that it is in: as it is named there; null for a floating one. */
export interface ZonedTime {
  readonly local: Temporal.PlainDateTime
  readonly tzid: string | null
}

/** What the zones of one file mean. */
export class FileZones {
  readonly #own: ReadonlyMap<string, ICAL.Timezone>
  readonly #home: string

  /** `home`: the zone in which floating times are taken, and such whose zone says nothing (SPEC E9). */
  constructor(calendar: ICAL.Component, home: string) {
    const zones = calendar.getAllSubcomponents('vtimezone').filter(isWhole)
    this.#own = new Map(zones.map((zone) => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)]))
    this.#home = home
  }

  /** Where a file has one zone alone, it is the one that is meant. */
  get #only(): ICAL.Timezone | undefined {
    return this.#own.size === 1 ? [...this.#own.values()][0] : undefined
  }

  /** The zone of the program that a time is in. */
  zoneOf({ tzid, local }: ZonedTime): string {
    if (tzid === null) return this.#home
    const named = knownZone(tzid)
    const own = this.#own.get(tzid) ?? (named ? undefined : this.#only)
    if (!own) return named ?? byOffset(tzid, local) ?? this.#home
    const offsets = [0, SEASON].map((ahead) => offsetIn(own, local.add({ milliseconds: ahead })))
    if (named && hasOffsets(named, local, offsets)) return named
    return LIKELY.find((zone) => hasOffsets(zone, local, offsets)) ?? fixedZone(offsets[0] ?? 0)
  }
}

/** Outlook on the web names a zone in words and may leave it out of the file, or in it under another name. */
function byOffset(tzid: string, local: Temporal.PlainDateTime): string | undefined {
  const [, sign, hours, minutes] = /\((?:UTC|GMT)([+-])(\d\d):(\d\d)\)/.exec(tzid) ?? []
  if (sign === undefined) return undefined
  const offset = Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60)
  return LIKELY.find((zone) => hasOffsets(zone, local, [offset])) ?? fixedZone(offset)
}

/** Whether each of a zone's parts says from when it holds, and what, and changes the clock once a year at most. */
function isWhole(zone: ICAL.Component): boolean {
  const parts = [...zone.getAllSubcomponents('standard'), ...zone.getAllSubcomponents('daylight')]
  const needed = ['dtstart', 'tzoffsetfrom', 'tzoffsetto']
  const isPart = (part: ICAL.Component) => needed.every((name) => part.hasProperty(name)) && isOnceAYear(part)
  return parts.length > 0 && parts.length <= MOST_PARTS && parts.every(isPart)
}

/** The library walks through a rule from 1601 on: of a finer one it would come to no end. */
function isOnceAYear(part: ICAL.Component): boolean {
  return part.getAllProperties('rrule').every((property) => {
    const [, , , rule] = property.toJSON() as unknown as readonly [string, object, string, Record<string, unknown>]
    const { freq, interval = 1, bymonth, byday, bymonthday, ...rest } = rule
    const isOfDay = bymonthday === undefined ? isNthWeekday(byday, bymonth) : areEarlyDays(bymonthday, byday)
    const isPlain = interval === 1 && Object.keys(rest).every((key) => ENDS.includes(key))
    return freq === 'YEARLY' && isMonth(bymonth) && isOfDay && isPlain
  })
}

function isMonth(month: unknown): boolean {
  return typeof month === 'number' && month >= 1 && month <= 12
}

/** A fifth one is rare in February: the library looks for it through many years. */
function isNthWeekday(weekday: unknown, month: unknown): boolean {
  const nth = /^(-?[1-5])(?:MO|TU|WE|TH|FR|SA|SU)$/.exec(String(weekday))?.[1]
  return nth !== undefined && !(month === 2 && Math.abs(Number(nth)) === 5)
}

/** Days that each month has, a week of them at most, and which weekday of them. */
function areEarlyDays(days: unknown, weekday: unknown = 'SU'): boolean {
  const all: readonly unknown[] = Array.isArray(days) ? days : [days]
  const isWeekday = /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(String(weekday))
  return isWeekday && all.length <= 7 && all.every((day) => typeof day === 'number' && day >= 1 && day <= 28)
}

/** A name of IANA's, also behind a maker's prefix; of Windows; a town in brackets of an old Outlook says nothing. */
function knownZone(tzid: string): string | undefined {
  const windows = windowsZone(tzid)
  if (windows) return windows
  if (/^tzone:\/\/Microsoft\/Utc$/i.test(tzid)) return 'Etc/UTC'
  const parts = tzid.split('/')
  return [parts.slice(-3), parts.slice(-2), parts]
    .map((names) => names.join('/'))
    .find((name) => /^[A-Za-z]/.test(name) && isZone(name))
}

/** Seconds before UTC, by the file itself. */
function offsetIn(zone: ICAL.Timezone, local: Temporal.PlainDateTime): number {
  const { year, month, day, hour, minute, second } = local
  return zone.utcOffset(
    new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone),
  )
}

function hasOffsets(zone: string, local: Temporal.PlainDateTime, offsets: readonly number[]): boolean {
  return offsets.every((offset, index) => {
    const at = local.add({ milliseconds: index * SEASON }).toZonedDateTime(zone)
    return at.offsetNanoseconds / 1e9 === offset
  })
}

/** Whole hours have zones of their own; IANA counts them the other way round. */
function fixedZone(offset: number): string {
  const hours = Math.round(offset / 3600)
  return hours === 0 ? 'Etc/UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}
