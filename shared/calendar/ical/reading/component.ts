import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { Failure } from '../../../errors.ts'
import { addDays } from '../../../time/days.ts'
import { readRule, writeRule } from '../../repeat/rule.ts'
import { originalAt } from '../../repeat/starts.ts'
import type { InvitationAnswer } from '../../slots/slot.ts'
import { timed, type When, wholeDays } from '../../slots/when.ts'
import type { FileZones } from './zones.ts'

/** Longer descriptions are cut: some programs send whole letters. */
const LONGEST_TEXT = 20_000
const MOST_PARTICIPANTS = 500
/** Single ones of a repeated record that a file may name: more are a flood, and each costs a look at all. */
export const MOST_SINGLES = 1000
const MOST_SEQUENCE = 2 ** 31 - 1
/** The greatest instant that there is, ms since 1970. */
const LAST_INSTANT = 8.64e15

/** Somebody that a file names. */
export interface ReadParticipant {
  readonly email: string
  readonly name: string | null
  readonly answer: InvitationAnswer
}

/** A moment of a file: an instant with its zone, or a day. */
export type Moment = { readonly at: number; readonly zone: string } | { readonly day: string }

/** What one VEVENT says. */
export interface ReadEvent {
  readonly uid: string
  readonly sequence: number
  readonly stamp: number | null
  /** Which single one it is about; null of the whole. */
  readonly recurrence: Moment | null
  readonly when: When
  /** The zone of its start; null of whole days. */
  readonly zone: string | null
  readonly subject: string | null
  readonly where: string | null
  readonly text: string | null
  readonly repeat: string | null
  readonly isFree: boolean
  readonly isCancelled: boolean
  readonly organizer: string | null
  readonly participants: readonly ReadParticipant[]
  readonly removed: readonly Moment[]
  readonly added: readonly Moment[]
}

const ANSWERS: Readonly<Record<string, InvitationAnswer>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
}

/** Reads a VEVENT. Failures `ical-time`, `ical-flood`, `end-before-start`, `repeat-wrong`, `repeat-too-often` (SPEC E12). */
export function readEvent(event: ICAL.Component, zones: FileZones): ReadEvent {
  const start = momentOf(event.getFirstProperty('dtstart'), zones) ?? noTime()
  const repeat = repeatOf(event)
  return {
    uid: textOf(event, 'uid') ?? '',
    sequence: sequenceOf(event),
    stamp: instantOf(momentOf(event.getFirstProperty('dtstamp'), zones)),
    recurrence: momentOf(event.getFirstProperty('recurrence-id'), zones),
    when: whenOf(event, start, zones),
    zone: 'zone' in start ? start.zone : null,
    subject: textOf(event, 'summary'),
    where: textOf(event, 'location'),
    text: textOf(event, 'description')?.slice(0, LONGEST_TEXT) ?? null,
    repeat: repeat === null ? null : writeRule(readRule(repeat)),
    isFree: textOf(event, 'transp') === 'TRANSPARENT',
    isCancelled: textOf(event, 'status') === 'CANCELLED',
    organizer: addressOf(event.getFirstProperty('organizer')),
    participants: event.getAllProperties('attendee').slice(0, MOST_PARTICIPANTS).flatMap(readParticipant),
    removed: momentsOf(event, 'exdate', zones),
    added: momentsOf(event, 'rdate', zones),
  }
}

/** How the single one that begins at a moment is called in a record (SPEC E27). */
export function originalOf(moment: Moment, zone: string | null): string {
  return 'day' in moment ? moment.day : originalAt(moment.at, zone ?? moment.zone)
}

/** The library finds some rules wrong that are none, others only `readRule` does. */
function repeatOf(event: ICAL.Component): string | null {
  try {
    return textOf(event, 'rrule')
  } catch (error) {
    throw new Failure('repeat-wrong', { part: 'RRULE' }, { cause: error })
  }
}

function noTime(cause?: unknown): never {
  throw new Failure('ical-time', {}, { cause })
}

/** A number that is none counts as no change. */
function sequenceOf(event: ICAL.Component): number {
  const number = Number(event.getFirstPropertyValue('sequence') ?? 0)
  return Number.isFinite(number) ? Math.min(Math.max(0, Math.trunc(number)), MOST_SEQUENCE) : 0
}

function textOf(event: ICAL.Component, name: string): string | null {
  const value = event.getFirstPropertyValue(name)
  if (value === null || value === undefined) return null
  return String(value).trim() || null
}

function whenOf(event: ICAL.Component, start: Moment, zones: FileZones): When {
  const end = momentOf(event.getFirstProperty('dtend'), zones)
  const lasts = secondsOf(event)
  if ('day' in start) return daysOf(start.day, end, lasts)
  const until = instantOf(end) ?? start.at + lasts * 1000
  if (Math.abs(until) > LAST_INSTANT) noTime()
  if (until < start.at) throw new Failure('end-before-start')
  return timed(start.at, until)
}

/** How long it says that it lasts; the library finds only here what is none. */
function secondsOf(event: ICAL.Component): number {
  try {
    const duration = event.getFirstPropertyValue('duration')
    return duration instanceof ICAL.Duration ? duration.toSeconds() : 0
  } catch (error) {
    return noTime(error)
  }
}

/** A file names the day after the last one; some name the same day for a single one. */
function daysOf(day: string, end: Moment | null, seconds: number): When {
  const after = end && 'day' in end ? end.day : daysOn(day, Math.max(1, Math.round(seconds / 86_400)))
  if (after < day) throw new Failure('end-before-start')
  return wholeDays(day, after > day ? addDays(after, -1) : day)
}

function daysOn(day: string, days: number): string {
  try {
    return addDays(day, days)
  } catch (error) {
    return noTime(error)
  }
}

/** Of a period its start. Failure `ical-flood`. */
function momentsOf(event: ICAL.Component, name: string, zones: FileZones): Moment[] {
  const properties = event.getAllProperties(name).map((property) => ({ property, json: property.toJSON() }))
  const count = properties.reduce((sum, { json }) => sum + (json as unknown as readonly unknown[]).length - 3, 0)
  if (count > MOST_SINGLES) throw new Failure('ical-flood', { most: MOST_SINGLES })
  return properties.flatMap(({ property, json }) => {
    const [, , , ...values] = json as unknown as readonly unknown[]
    return values.map((value) => momentIn(String(Array.isArray(value) ? value[0] : value), tzidOf(property), zones))
  })
}

function momentOf(property: ICAL.Property | null, zones: FileZones): Moment | null {
  if (property === null) return null
  const [, , , value] = property.toJSON() as unknown as readonly unknown[]
  return momentIn(String(value), tzidOf(property), zones)
}

function tzidOf(property: ICAL.Property): string | null {
  return property.getFirstParameter('tzid') || null
}

/** `text` as jCal has it: `2026-11-24`, `2026-11-24T10:30:00`, with a Z in UTC. */
function momentIn(text: string, tzid: string | null, zones: FileZones): Moment {
  try {
    if (!text.includes('T')) return { day: Temporal.PlainDate.from(text).toString() }
    const local = Temporal.PlainDateTime.from(text.replace(/Z$/, ''))
    const zone = text.endsWith('Z') ? 'UTC' : zones.zoneOf({ local, tzid })
    return { at: local.toZonedDateTime(zone).epochMilliseconds, zone }
  } catch (error) {
    throw new Failure('ical-time', {}, { cause: error })
  }
}

function instantOf(moment: Moment | null): number | null {
  return moment && 'at' in moment ? moment.at : null
}

function readParticipant(property: ICAL.Property): ReadParticipant[] {
  const email = addressOf(property)
  if (email === null) return []
  const name = property.getFirstParameter('cn')
  const answer = ANSWERS[String(property.getFirstParameter('partstat')).toUpperCase()] ?? null
  return [{ email, name: name && name !== email ? name : null, answer }]
}

/** The address behind `mailto:`; null where there is none, as of Outlook’s `invalid:nomail`. */
function addressOf(property: ICAL.Property | null): string | null {
  const address = String(property?.getFirstValue() ?? '')
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  return address.includes('@') ? address : null
}
