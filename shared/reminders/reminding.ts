import type { CalendarRecord } from '../calendar/collections.ts'
import { occurrencesOf } from '../calendar/slots/occurrences.ts'
import type { events } from '../events/collections.ts'
import type { jobs } from '../jobs/collections.ts'
import type { Row } from '../records/declarations/collection.ts'
import { startOfDay } from '../time/days.ts'
import type { Reminder } from './collections.ts'
import type { Begins, Reminding, Ring } from './rings.ts'
import { ringId } from './rings.ts'

type Event = Row<typeof events>
type Job = Row<typeof jobs>

/** What is over, or is not to be: it reminds of nothing (SPEC Z4). */
const OVER: readonly (string | null)[] = ['done', 'calledOff']

/** An event as something that reminds of itself; null where it does not. */
export function eventReminding(event: Event): Reminding | null {
  if (event.gone || OVER.includes(event.state) || event.reminders.length === 0) return null
  const holders = [event.responsible, ...event.participants.map(({ person }) => person)]
  const { subject, reminders, start } = event
  return { about: `events/${event.id}`, subject, holders, reminders, begins: once(start, false) }
}

/** A job: at its time, else when its last day begins. */
export function jobReminding(job: Job, zone: string): Reminding | null {
  if (job.gone || OVER.includes(job.state) || job.reminders.length === 0) return null
  const { subject, reminders, performer, start, due } = job
  const begins = start === null && due !== null ? once(startOfDay(due, zone), true) : once(start, false)
  return { about: `jobs/${job.id}`, subject, holders: [performer], reminders, begins }
}

/** A record of the calendar, which may be repeated. */
export function calendarReminding(record: CalendarRecord, zone: string): Reminding | null {
  if (record.gone || record.cancelled || record.reminders.length === 0) return null
  const { subject, reminders, responsible } = record
  const holders = [responsible, ...record.participants.map(({ person }) => person)]
  const begins = (from: number, to: number) => beginsOf(record, zone, from, to)
  return { about: `calendarRecords/${record.id}`, subject, holders, reminders, begins }
}

/** The ring of a reminder that stands by itself; null where it is not this person's. */
export function reminderRing(reminder: Reminder, person: string | null, user: string): Ring | null {
  if (reminder.gone || reminder.person !== person || reminder.at === null) return null
  const { about, at, text } = reminder
  const own = `reminders/${reminder.id}`
  const id = ringId(user, own, at)
  const since = Math.max(at, reminder.madeAt)
  return { id, about: about ?? own, at, since, subject: text ?? '', begins: null, isWholeDay: false }
}

function once(start: number | null, isWholeDay: boolean): Reminding['begins'] {
  return (from, to) => (start !== null && start >= from && start <= to ? [{ start, isWholeDay }] : [])
}

function beginsOf(record: CalendarRecord, zone: string, from: number, to: number): readonly Begins[] {
  return occurrencesOf(record, { from, to: to + 1, zone })
    .map((slot) => ({
      start: slot.day === null ? slot.start : startOfDay(slot.day, zone),
      isWholeDay: slot.day !== null,
      subject: slot.subject,
    }))
    .filter(({ start }) => start >= from && start <= to)
}
