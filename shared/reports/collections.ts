import { collection, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  flag,
  instant,
  integer,
  place,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'
import { PERIODS } from './period.ts'

/** How often a report is sent. */
export const SCHEDULES = ['everyDay', 'everyWeek', 'everyMonth'] as const
/** What it is sent as. */
export const REPORT_FORMS = ['pdf', 'xlsx'] as const

/** Reports that the agent sends by mail. */
export const reportSchedules = collection('reportSchedules', {
  version: 1,
  family: 'automation',
  fields: {
    name: text({ required: true }),
    /** What is asked, as schedule/schedule-ask.ts writes it. */
    ask: unread(),
    /** The days that it asks for, as of the day on which it is sent; null: those of the ask. */
    period: choice(PERIODS),
    on: flag(),
    every: choice(SCHEDULES, { required: true }),
    /** The day of the week from Monday on, 1 to 7, or of the month, 1 to 31: in a shorter one its last. */
    day: integer({ least: 1 }),
    /** Minutes of the company's day. */
    at: integer({ least: 0 }),
    form: choice(REPORT_FORMS),
    /** Addresses of mail. */
    to: strings(),
    /** In whose name it is sent. */
    author: reference('people'),
    /** When it was sent last. */
    sent: instant(),
    place: place(),
  },
})

export type ReportSchedule = Row<typeof reportSchedules>
