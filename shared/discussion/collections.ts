import { collection, type Row } from '../records/declarations/collection.ts'
import { ids, instant, note, reference, unread } from '../records/declarations/fields.ts'

/** «Обсуждения»: what people say to each other about a record. Who said it is told by whose device made it (authors.ts). */
export const comments = collection('comments', {
  version: 1,
  family: 'events',
  fields: {
    /** What it is about, `<collection>/<id>`. */
    about: unread({ required: true }),
    /** In it people stand by their ids (text/parts.ts). */
    text: note({ required: true }),
    /** When it was said, after all that its author had read before (SPEC D2). */
    at: instant(),
    /** Who is named in it, and told: ids of people. */
    mentions: ids(),
    /** The comment that it answers, by id. */
    answers: unread(),
    /** Files that were said with it, by id. */
    files: ids(),
    /** When its author changed its text last. */
    edited: instant(),
    /** Of what no device of a person made: whose words they are. Elsewhere it counts for nothing. */
    author: reference('people', { server: true, imported: true }),
  },
})

export type Comment = Row<typeof comments>
