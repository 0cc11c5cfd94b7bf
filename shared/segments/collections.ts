import { collection, list, type Row } from '../records/declarations/collection.ts'
import { choice, note, reference, text, unread } from '../records/declarations/fields.ts'

/** `liveSegment`: whoever meets its criteria now; `fixedSegment`: whom people have put into it. */
const SEGMENT_SORTS = ['liveSegment', 'fixedSegment'] as const

/** «Сегменты»: sets of customers that lists, mailings, rules, prices and reports name. */
export const segments = collection('segments', {
  version: 1,
  family: 'automation',
  fields: {
    name: text({ required: true }),
    sort: choice(SEGMENT_SORTS, { required: true }),
    /** A filter over customers and what their orders and events come to, in the form of filters/SPEC L10. */
    criteria: unread(),
    /** What orders of its members are reckoned with, where neither order nor kind says otherwise (SPEC SG11). */
    priceType: reference('priceTypes'),
    note: note(),
  },
  lists: {
    /** Customers of a fixed one; an entry's id is derived of the customer's, so that two people add one once. */
    members: list({ customer: reference('customers') }),
  },
})

export type Segment = Row<typeof segments>
