import { collection } from '../records/declarations/collection.ts'
import { instant, reference, text, unread } from '../records/declarations/fields.ts'

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
