import type { Event } from '../../../events/collections.ts'
import type { Job } from '../../../jobs/collections.ts'
import type { CalendarRecord } from '../../collections.ts'
import { type Component, calendarText, type Method } from './jcal.ts'
import { type Company, recordComponents, replyComponents, zoneInFile } from './record.ts'
import { workComponent } from './work.ts'
import { zoneComponent } from './zone.ts'

/** What a feed gives of one person's calendar. */
export interface Feed {
  /** How the calendar is called in the program that reads it. */
  readonly name: string
  readonly records: readonly CalendarRecord[]
  readonly events: readonly Event[]
  readonly jobs: readonly Job[]
}

/** A person's calendar as a file to subscribe to (SPEC E1 to E6). `now`: ms since 1970. */
export function feedText({ name, records, events, jobs }: Feed, company: Company, now: number): string {
  const components: (Component | null)[] = [
    ...zones(records, company, now),
    ...records.filter(({ gone }) => !gone).flatMap((record) => recordComponents(record, company)),
    ...events.map((event) => workComponent({ event })),
    ...jobs.map((job) => workComponent({ job })),
  ]
  return calendarText(
    components.filter((one) => one !== null),
    'PUBLISH',
    name,
  )
}

/** One record to send to those who are invited: asking, or cancelling it (SPEC E6). */
export function invitationText(record: CalendarRecord, company: Company, now: number): string {
  const method: Method = record.cancelled || record.gone ? 'CANCEL' : 'REQUEST'
  return calendarText([...zones([record], company, now), ...recordComponents(record, company)], method)
}

/** What a participant, by the id of his entry, answers to who invites (SPEC E36). */
export function replyText(record: CalendarRecord, participant: string, company: Company, now: number): string {
  return calendarText(
    [...zones([record], company, now), ...replyComponents(record, participant, company, now)],
    'REPLY',
  )
}

/** Each zone once, from its first use on. */
function zones(records: readonly CalendarRecord[], company: Company, now: number): Component[] {
  const first = new Map<string, number>()
  for (const record of records) {
    const zone = zoneInFile(record, company)
    if (zone === null || record.start === null) continue
    first.set(zone, Math.min(first.get(zone) ?? record.start, record.start))
  }
  return Array.from(first, ([zone, from]) => zoneComponent(zone, from, now))
}
