import { IMPORTANCES } from '../events/collections.ts'
import { collection, type EntryOf, list, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  date,
  flag,
  instant,
  note,
  place,
  quantity,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'
import { remindedBefore } from '../reminders/reminded.ts'

/** «Состояние задания». */
export const JOB_STATES = ['todo', 'underway', 'done', 'calledOff'] as const
export type JobState = (typeof JOB_STATES)[number]

/** «Задания»: who does what work, for which order and customer, by when. */
export const jobs = collection('jobs', {
  version: 1,
  family: 'events',
  since: ['performer', 'state'],
  fields: {
    subject: text({ required: true }),
    state: choice(JOB_STATES),
    importance: choice(IMPORTANCES),
    performer: reference('people'),
    /** The work of the price list that it is, where it is one. */
    work: reference('products'),
    customer: reference('customers'),
    order: reference('orders'),
    /** The last day to do it. */
    due: date(),
    /** When it is to be done, where the calendar has a time for it. */
    start: instant(),
    end: instant(),
    /** Thousandths of an hour. */
    planned: quantity({ summed: true }),
    basis: unread(),
    text: note(),
    tags: strings(),
    /** Where its card was put on the board. */
    cardPlace: place(),
  },
  lists: {
    /**
     * What time it took (SPEC.md). An entry without `until` and `hours` is a timer that runs. `hours`, thousandths, is what was
     * entered by hand: it counts whatever else stands there.
     */
    spent: list({
      person: reference('people'),
      from: instant(),
      until: instant(),
      hours: quantity(),
      note: text(),
      place: place(),
    }),
    /** What is to be done, piece by piece. */
    steps: list({ text: text(), done: flag(), place: place() }),
    reminders: remindedBefore,
  },
})

export type Job = Row<typeof jobs>
export type SpentEntry = EntryOf<typeof jobs, 'spent'>
