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
const REPORT_FORMS = ['pdf', 'xlsx'] as const

/**
 * Why a time was let pass: nobody sent it within a day, what is kept asks nothing that can be sent, no address is sound, «me» in its
 * conditions is nobody.
 */
const TROUBLES = ['late', 'unreadable', 'noAddress', 'nobody'] as const

/** Reports that the agent sends by mail. */
export const reportSchedules = collection('reportSchedules', {
  version: 1,
  family: 'automation',
  // Times from before it was set so are nobody's.
  since: ['on', 'every', 'day', 'at'],
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
    /** The last time of it that was sent. */
    sent: instant(),
    /** When somebody asked for it to be sent at once. */
    asked: instant(),
    /** The last time that was let pass, and why; null: the last one was sent. */
    passed: instant(),
    trouble: choice(TROUBLES),
    place: place(),
  },
})

export type ReportSchedule = Row<typeof reportSchedules>
