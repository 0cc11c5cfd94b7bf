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
    /** What is asked, as JSON writes it (ask.ts). */
    ask: unread(),
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
