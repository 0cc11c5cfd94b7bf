import { collection } from '../records/declarations/collection.ts'
import { note, strings, unread } from '../records/declarations/fields.ts'

/** «Обсуждения»: what people say to each other about a record. Who said it is told by whose device made it. */
export const comments = collection('comments', {
  version: 1,
  family: 'events',
  fields: {
    /** What it is about, `<collection>/<id>`. */
    about: unread({ required: true }),
    text: note({ required: true }),
    /** Who is named in it, and told: ids of people. */
    mentions: strings(),
    /** The comment that it answers, by id. */
    answers: unread(),
    /** Files that were said with it, by id. */
    files: strings(),
  },
})
