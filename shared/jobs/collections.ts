import { IMPORTANCES } from '../events/collections.ts'
import { collection, list } from '../records/declarations/collection.ts'
import {
  choice,
  date,
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
const JOB_STATES = ['todo', 'underway', 'done', 'calledOff'] as const

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
    planned: quantity(),
    basis: unread(),
    text: note(),
    tags: strings(),
    /** Where its card was put on the board. */
    cardPlace: place(),
  },
  lists: {
    /** What time it took. An entry without `until` is a timer that runs. `hours`, thousandths, is what was entered by hand. */
    spent: list({
      person: reference('people'),
      from: instant(),
      until: instant(),
      hours: quantity(),
      note: text(),
      place: place(),
    }),
    reminders: remindedBefore,
  },
})
