import { Failure } from '../../errors.ts'
import { addDays, DAY_MS, daysBetween, isZone } from '../../time/days.ts'
import type { CalendarException, CalendarRecord } from '../collections.ts'
import { timesADay } from '../repeat/rule.ts'
import { type Start, Starts } from '../repeat/starts.ts'
import type { Slot } from './slot.ts'
import { isIn, type Span, timed, type When, whenOf, wholeDays } from './when.ts'

/** The zone in which a record is repeated: its own, where the program knows it. */
export function zoneOf({ zone }: Pick<CalendarRecord, 'zone'>, companyZone: string): string {
  return zone !== null && isZone(zone) ? zone : companyZone
}

/** The times that a record's rule gives; null where it is not repeated. Failures `repeat-wrong`, `repeat-too-often`. */
export function startsOf(record: CalendarRecord, companyZone: string): Starts | null {
  const from = record.day ?? record.start
  if (record.repeat === null || from === null) return null
  // Whole days are days of whoever looks, in no zone of their own.
  const zone = record.day === null ? zoneOf(record, companyZone) : companyZone
  return new Starts({ from, zone, repeat: record.repeat })
}

/** The same; a repeat that is not read counts as none, and is told (SPEC E25). */
export function readStarts(record: CalendarRecord, companyZone: string): Starts | null | 'unread' {
  try {
    return startsOf(record, companyZone)
  } catch (error) {
    if (error instanceof Failure) return 'unread'
    throw error
  }
}

/**
 * What stands of a record in a span, in no order (SPEC E23 to E28). `starts`: what `readStarts` gave, where it is kept.
 */
export function occurrencesOf(
  record: CalendarRecord,
  span: Span,
  starts: Starts | null | 'unread' = readStarts(record, span.zone),
): Slot[] {
  const when = whenOf(record)
  if (record.gone || when === null) return []
  if (starts === null || starts === 'unread') {
    return isIn(when, span) ? [slotOf(record, when, null, starts === 'unread')] : []
  }
  return occurrences(record, when, starts, span).filter((slot) => isIn(slot, span))
}

function occurrences(record: CalendarRecord, when: When, starts: Starts, span: Span): Slot[] {
  const exceptions = exceptionsOf(record, starts)
  const found = new Map<string, Slot>()
  const put = (start: Start | null) => {
    if (start === null || found.has(start.original)) return
    const exception = exceptions.find(start.original)
    if (!exception?.removed) found.set(start.original, occurrence(record, when, start, exception))
  }
  for (const start of starts.between(span.from - lengthOf(when), span.to)) put(start)
  for (const exception of record.exceptions) {
    if (exception.original === null || exception.removed) continue
    const own = whenOf(exception)
    if (own !== null && isIn(own, span)) put(exception.added ? addedStart(exception) : starts.named(exception.original))
  }
  return [...found.values()]
}

/** How long before a span something may begin that still stands in it, ms. */
function lengthOf(when: When): number {
  return when.day === null ? when.end - when.start : (daysBetween(when.day, when.lastDay) + 1) * DAY_MS
}

/** The exception of an occurrence: of its very time, or of its day, where the rule falls once on a day (SPEC E27). */
export function exceptionsOf({ exceptions }: CalendarRecord, starts: Starts) {
  const byOriginal = new Map<string, CalendarException>()
  const byDay = new Map<string, CalendarException>()
  for (const exception of exceptions) {
    if (exception.original === null) continue
    byOriginal.set(exception.original, exception)
    if (!exception.added) byDay.set(exception.original.slice(0, 10), exception)
  }
  const isByDay = timesADay(starts.rule) === 1
  const find = (original: string): CalendarException | undefined =>
    byOriginal.get(original) ?? (isByDay ? byDay.get(original.slice(0, 10)) : undefined)
  return { find }
}

/** An occurrence beside the rule begins when its exception says. */
function addedStart(exception: CalendarException): Start | null {
  const at = exception.day ?? exception.start
  return at === null || exception.original === null ? null : { original: exception.original, at }
}

function occurrence(record: CalendarRecord, when: When, start: Start, exception: CalendarException | undefined): Slot {
  const changed = exception ? whenOf(exception) : null
  const slot = slotOf(record, changed ?? movedTo(when, start.at), start.original)
  if (!exception) return slot
  const { subject, where } = exception
  return { ...slot, isChanged: true, subject: subject ?? slot.subject, where: where ?? slot.where }
}

/** As long as the record, from another start: hours of the clock on the wall may differ, hours that pass do not (SPEC E23). */
export function movedTo(when: When, at: number | string): When {
  if (typeof at === 'string')
    return wholeDays(at, when.day === null ? at : addDays(at, daysBetween(when.day, when.lastDay)))
  return timed(at, at + (when.day === null ? when.end - when.start : 0))
}

function slotOf(record: CalendarRecord, when: When, original: string | null, isRepeatUnread = false): Slot {
  const invited = record.participants.filter(({ person }) => person !== null && person !== record.responsible)
  return {
    ...when,
    collection: 'calendarRecords',
    id: record.id,
    original,
    isChanged: false,
    isRepeatUnread,
    subject: record.subject,
    where: record.where,
    who: [...new Set([record.responsible, ...invited.map(({ person }) => person)])].filter((one) => one !== null),
    answers: Object.fromEntries(invited.map(({ person, answer }) => [person, answer])),
    customer: record.customer,
    kind: null,
    state: null,
    isFree: record.free,
    isOver: record.cancelled,
  }
}
