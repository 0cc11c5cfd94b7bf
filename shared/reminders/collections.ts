import { collection, type Row } from '../records/declarations/collection.ts'
import { flag, instant, reference, text, unread } from '../records/declarations/fields.ts'

/** «Напоминания» that stand by themselves: a person is to be told something at a time. */
export const reminders = collection('reminders', {
  version: 1,
  family: 'events',
  fields: {
    person: reference('people', { required: true }),
    at: instant({ required: true }),
    text: text(),
    /** What it is about, `<collection>/<id>`. */
    about: unread(),
  },
})

/** What a person did about rings, on all of his devices; ids are `<user>_…` (rings.ts). */
export const rings = collection('rings', {
  version: 1,
  family: 'users',
  fields: {
    /** What rang, `<collection>/<id>`. */
    about: unread(),
    /** When it was to ring. */
    at: instant(),
    /** He has heard it: it rings no more. */
    done: flag(),
    /** He wants to hear it again then. */
    until: instant(),
  },
})

export type Reminder = Row<typeof reminders>
export type Heard = Pick<Row<typeof rings>, 'done' | 'until'>
