import { collection, type Row } from '../records/declarations/collection.ts'
import { account, choice, instant, integer, note, text, unread } from '../records/declarations/fields.ts'

/** How far an erasure is. */
const ERASURE_STATES = ['askedFor', 'atWork', 'erased', 'stuck'] as const

/** «Удаленные персональные данные»: that somebody was erased, by what and when; never whom. The server writes all of it. */
export const erasures = collection('erasures', {
  version: 1,
  family: 'setup',
  fields: {
    /** The customer's id, which says nothing by itself. */
    subject: text({ server: true }),
    by: account(),
    /** On what ground: number and date of the request. */
    ground: note({ server: true }),
    /** Keyed digests of the person's addresses and numbers, blanks between: by them he is found again, and by nobody without the server's key. */
    marks: unread({ server: true }),
    state: choice(ERASURE_STATES, { server: true }),
    begun: instant({ server: true }),
    ended: instant({ server: true }),
    /** How much was cleaned: records, entries of the trail, files. */
    records: integer({ server: true }),
    entries: integer({ server: true }),
    files: integer({ server: true }),
    /** Backups made before it, which hold the person still: names, a line each. */
    backups: note({ server: true }),
    trouble: text({ server: true }),
  },
})

export type Erasure = Row<typeof erasures>
