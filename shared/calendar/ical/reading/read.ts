import ICAL from 'ical.js'
import { Failure, type FailureCode, type FailureParams } from '../../../errors.ts'
import { isZone } from '../../../time/days.ts'
import { MOST_SINGLES, type ReadEvent, readEvent } from './component.ts'
import { checkLines } from './lines.ts'
import { FileZones } from './zones.ts'

/** What a file asks for: to have it, to drop it, or that an answer is taken. */
export type Asked = 'have' | 'drop' | 'answer'

/** One UID of a file: the whole, where it stands there, and single ones of it. */
export interface ReadRecord {
  readonly uid: string
  readonly asked: Asked
  readonly whole: ReadEvent | null
  readonly singles: readonly ReadEvent[]
}

/** One that is not taken, and why. */
export interface ReadProblem {
  readonly subject: string
  readonly code: FailureCode
  readonly params: FailureParams
}

export interface ReadCalendar {
  readonly records: readonly ReadRecord[]
  readonly problems: readonly ReadProblem[]
}

const ASKED: Readonly<Record<string, Asked>> = { CANCEL: 'drop', REPLY: 'answer', COUNTER: 'answer' }

/**
 * Reads a calendar file of any program (SPEC E8 to E12). `home`: the company's zone. Failures `ical-none`, `ical-line`,
 * `ical-cut`, `ical-large`, `ical-empty`.
 */
export function readCalendar(text: string, home: string): ReadCalendar {
  checkLines(text)
  const problems: ReadProblem[] = []
  const records = calendarsOf(text).flatMap((calendar) => {
    const zones = new FileZones(calendar, homeOf(calendar, home))
    const asked = ASKED[String(calendar.getFirstPropertyValue('method') ?? '').toUpperCase()] ?? 'have'
    const events = calendar.getAllSubcomponents('vevent').flatMap((event) => tryEvent(event, zones, problems))
    return byUid(events, asked).filter((record) => isNoFlood(record, problems))
  })
  if (records.length === 0 && problems.length === 0) throw new Failure('ical-empty')
  return { records, problems }
}

function calendarsOf(text: string): ICAL.Component[] {
  const parsed: unknown = parse(text)
  const all = Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[])
  return all.map((one) => new ICAL.Component(one as string))
}

/** What passed the look at its lines and is not read all the same is damaged as a whole. */
function parse(text: string): unknown {
  try {
    return ICAL.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Failure('ical-line', { line: 1 }, { cause: error })
  }
}

/** Google names the calendar's zone for times that have none. */
function homeOf(calendar: ICAL.Component, home: string): string {
  const named = String(calendar.getFirstPropertyValue('x-wr-timezone') ?? '')
  return named !== '' && isZone(named) ? named : home
}

function tryEvent(event: ICAL.Component, zones: FileZones, problems: ReadProblem[]): ReadEvent[] {
  try {
    return [readEvent(event, zones)]
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    problems.push({
      subject: String(event.getFirstPropertyValue('summary') ?? ''),
      code: error.code,
      params: error.params,
    })
    return []
  }
}

/** Without a UID an event is what it says: the same start and subject are the same event. */
function byUid(events: readonly ReadEvent[], asked: Asked): ReadRecord[] {
  const found = new Map<string, ReadEvent[]>()
  for (const event of events) {
    const uid = event.uid || `${event.subject ?? ''} ${event.when.day ?? event.when.start}`
    const all = found.get(uid)
    if (all) all.push(event)
    else found.set(uid, [event])
  }
  return Array.from(found, ([uid, all]) => ({
    uid,
    asked,
    whole: latest(all.filter(({ recurrence }) => recurrence === null)),
    singles: all.filter(({ recurrence }) => recurrence !== null),
  }))
}

/** Single ones beyond measure are told under the name of what they are of. */
function isNoFlood({ whole, singles }: ReadRecord, problems: ReadProblem[]): boolean {
  if (singles.length <= MOST_SINGLES) return true
  const subject = (whole ?? singles[0])?.subject ?? ''
  problems.push({ subject, code: 'ical-flood', params: { most: MOST_SINGLES } })
  return false
}

function latest(events: readonly ReadEvent[]): ReadEvent | null {
  return events.toSorted((a, b) => b.sequence - a.sequence || (b.stamp ?? 0) - (a.stamp ?? 0))[0] ?? null
}
