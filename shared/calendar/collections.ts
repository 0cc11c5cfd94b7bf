import { collection, list, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  date,
  flag,
  instant,
  integer,
  note,
  place,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'
import { remindedBefore } from '../reminders/reminded.ts'

/** What somebody said to an invitation; null: nothing yet. */
const ANSWERS = ['accepted', 'tentative', 'declined'] as const

/** «Записи календаря»: what takes time in somebody's calendar, once or again and again. */
export const calendarRecords = collection('calendarRecords', {
  version: 1,
  family: 'events',
  since: ['responsible', 'participants/person', 'participants/answer'],
  fields: {
    subject: text({ required: true }),
    start: instant(),
    end: instant(),
    /** Of whole days: the first and the last; start and end are empty then. */
    day: date(),
    lastDay: date(),
    /** IANA zone in which it is repeated; null is the company's. */
    zone: unread(),
    /** How it is repeated: the value of an RRULE (RFC 5545), `FREQ=WEEKLY;BYDAY=MO`. */
    repeat: unread(),
    where: text(),
    /** Takes no time of those who have it: others may plan over it. */
    free: flag(),
    responsible: reference('people'),
    customer: reference('customers'),
    contact: unread(),
    basis: unread(),
    text: note(),
    tags: strings(),
    /** Of one that came by an invitation: its UID, and who sent it. */
    uid: unread(),
    organizer: text(),
    /** Raised with each change that others must hear of (RFC 5545, SEQUENCE). */
    sequence: integer({ least: 0 }),
    /** When the sender of an invitation wrote it (RFC 5545, DTSTAMP). */
    stamp: instant(),
    cancelled: flag(),
  },
  lists: {
    participants: list({
      person: reference('people'),
      name: text(),
      email: text(),
      answer: choice(ANSWERS),
      place: place(),
    }),
    /**
     * Single ones of those that are repeated, which differ. An entry's id is made of `original`, when it would have begun:
     * local time `2026-11-25T10:00`, or the day.
     */
    exceptions: list({
      original: unread(),
      removed: flag(),
      /** Stands beside those that the rule gives (RFC 5545, RDATE). */
      added: flag(),
      start: instant(),
      end: instant(),
      day: date(),
      lastDay: date(),
      subject: text(),
      where: text(),
    }),
    reminders: remindedBefore,
  },
})
export type CalendarRecord = Row<typeof calendarRecords>
export type CalendarException = CalendarRecord['exceptions'][number]
