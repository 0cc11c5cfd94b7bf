import type { CalendarException, CalendarRecord } from '../../collections.ts'
import { type Rule, writeRule } from '../../repeat/rule.ts'
import { lastDayOf, untilDay } from '../../repeat/shift.ts'
import type { Start, Starts } from '../../repeat/starts.ts'
import { movedTo, readStarts, zoneOf } from '../../slots/occurrences.ts'
import { type When, whenOf } from '../../slots/when.ts'
import { uidOf } from '../uid.ts'
import { type Component, days, moments, number, type Property, rule, text, times, utc } from './jcal.ts'

/** How people are called in files, by id in `people`. */
export interface Named {
  readonly name: string | null
  readonly email: string | null
}

/** What the writing of a company's records stands on. */
export interface Company {
  readonly zone: string
  readonly person: (id: string | null) => Named | null
}

const ANSWERED = { accepted: 'ACCEPTED', tentative: 'TENTATIVE', declined: 'DECLINED' } as const

/** The zone that a record's times are written in: repeats need one, others are in UTC (SPEC E2). */
export function zoneInFile(record: CalendarRecord, company: Company): string | null {
  return record.repeat !== null && record.day === null ? zoneOf(record, company.zone) : null
}

/** A record as it stands in a file: itself, and each single one that differs (SPEC E1 to E4). */
export function recordComponents(record: CalendarRecord, company: Company): Component[] {
  const when = whenOf(record)
  if (when === null) return []
  const zone = zoneInFile(record, company)
  const starts = readStarts(record, company.zone)
  if (starts === null || starts === 'unread') return [event(record, company, times(when, zone))]
  const singles = singlesOf(record, starts, when)
  const series = [...times(when, zone), rule(ruleOf(record, starts.rule, zone)), ...lists(record, singles, zone)]
  const differing = singles.map((one) => single(record, company, one, zone)).filter((one) => one !== null)
  return [event(record, company, series), ...differing]
}

/** What a participant answers to the whole of a record: he alone is named in it (SPEC E36). `now`: ms since 1970. */
export function replyComponents(
  record: CalendarRecord,
  participant: string,
  company: Company,
  now: number,
): Component[] {
  const when = whenOf(record)
  const own = { ...record, participants: record.participants.filter(({ id }) => id === participant), changedAt: now }
  return when === null ? [] : [event(own, company, times(when, zoneInFile(record, company)))]
}

/** A single one that differs, when the rule has it, and where it stands. */
interface Single {
  readonly exception: CalendarException
  readonly start: Start
  readonly when: When
}

function singlesOf(record: CalendarRecord, starts: Starts, when: When): Single[] {
  return record.exceptions.flatMap((exception) => {
    const own = whenOf(exception)
    const at = exception.added ? (exception.day ?? exception.start) : null
    const original = exception.original ?? ''
    const start = exception.added ? at && { original, at } : starts.named(original)
    return start ? [{ exception, start, when: own ?? movedTo(when, start.at) }] : []
  })
}

/** An end of the rule is written as the start is: a day of days, UTC of times. */
function ruleOf(record: CalendarRecord, own: Rule, zone: string | null): string {
  if (own.until === null) return writeRule(own)
  return writeRule({ ...own, until: untilDay(lastDayOf(own.until, record.start, zone ?? 'UTC'), zone) })
}

function lists(record: CalendarRecord, singles: readonly Single[], zone: string | null): Property[] {
  const removed = singles.filter(({ exception }) => exception.removed && !exception.added)
  const added = singles.filter(({ exception }) => exception.added && !exception.removed)
  return [...dates('exdate', record, removed, zone), ...dates('rdate', record, added, zone)]
}

function dates(name: string, record: CalendarRecord, singles: readonly Single[], zone: string | null): Property[] {
  return singles.map(({ start }) => dateOf(name, start, zone ?? (record.day === null ? 'UTC' : null)))
}

function dateOf(name: string, { at }: Start, zone: string | null): Property {
  return typeof at === 'string' ? days(name, [at]) : moments(name, [at], zone)
}

function single(
  record: CalendarRecord,
  company: Company,
  { exception, start, when }: Single,
  zone: string | null,
): Component | null {
  const { subject, where, removed, added } = exception
  if (removed || (added && subject === null && where === null && exception.end === null && exception.lastDay === null))
    return null
  const own = { ...record, subject: subject ?? record.subject, where: where ?? record.where }
  return event(own, company, [dateOf('recurrence-id', start, zone), ...times(when, zone)])
}

function event(record: CalendarRecord, company: Company, when: readonly Property[]): Component {
  const { subject, where, text: note, free, cancelled } = record
  return [
    'vevent',
    [
      ...stamps(record),
      ...when,
      text('summary', subject ?? ''),
      ...(where === null ? [] : [text('location', where)]),
      ...(note === null ? [] : [text('description', note)]),
      text('status', cancelled || record.gone ? 'CANCELLED' : 'CONFIRMED'),
      text('transp', free ? 'TRANSPARENT' : 'OPAQUE'),
      ...people(record, company),
    ],
    [],
  ]
}

/** What every event of a file says of itself (SPEC E1). */
export function stamps(
  record: Pick<CalendarRecord, 'id' | 'madeAt' | 'changedAt'> & Partial<Pick<CalendarRecord, 'uid' | 'sequence'>>,
): Property[] {
  return [
    text('uid', uidOf(record)),
    utc('dtstamp', record.changedAt),
    utc('created', record.madeAt),
    utc('last-modified', record.changedAt),
    number('sequence', record.sequence ?? 0),
  ]
}

/** Who invites, and who is invited: nobody is named where there is no other. */
function people({ responsible, organizer, participants }: CalendarRecord, { person }: Company): Property[] {
  if (participants.length === 0) return []
  const host = person(responsible)
  const from = organizer ?? host?.email ?? null
  const asked = participants.flatMap(({ person: id, name, email, answer }) => {
    const known = person(id)
    const address = email ?? known?.email
    if (!address) return []
    const partstat = answer === null ? 'NEEDS-ACTION' : ANSWERED[answer]
    return [
      addressed('attendee', address, name ?? known?.name ?? null, { partstat, role: 'REQ-PARTICIPANT', rsvp: 'TRUE' }),
    ]
  })
  return [
    ...(from === null ? [] : [addressed('organizer', from, organizer === null ? (host?.name ?? null) : null)]),
    ...asked,
  ]
}

function addressed(
  name: string,
  email: string,
  called: string | null,
  params: Readonly<Record<string, string>> = {},
): Property {
  return [name, { ...(called !== null && { cn: called }), ...params }, 'cal-address', `mailto:${email}`]
}
