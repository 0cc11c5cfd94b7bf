import { collection, list, type Row } from '../records/declarations/collection.ts'
import { choice, instant, note, place, reference, strings, text, unread } from '../records/declarations/fields.ts'
import { remindedBefore } from '../reminders/reminded.ts'

/** «Виды событий»: each has a list of its own. */
export const EVENT_KINDS = ['call', 'letter', 'sms', 'meeting', 'otherEvent'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Who turned to whom: «Входящее», «Исходящее». */
const DIRECTIONS = ['in', 'out'] as const

/** «Состояние события». */
const EVENT_STATES = ['planned', 'underway', 'done', 'calledOff'] as const
/** Those of what is still to happen, or happens now. */
export const OPEN_STATES = ['planned', 'underway'] as const

/** «Важность», of events and jobs. */
export const IMPORTANCES = ['low', 'normal', 'high'] as const

/** «События»: what happened with a customer, or is to happen. */
export const events = collection('events', {
  version: 1,
  family: 'events',
  since: ['responsible', 'participants/person'],
  fields: {
    kind: choice(EVENT_KINDS, { required: true }),
    direction: choice(DIRECTIONS),
    subject: text({ required: true }),
    state: choice(EVENT_STATES),
    importance: choice(IMPORTANCES),
    start: instant(),
    end: instant(),
    customer: reference('customers'),
    /** The customer's contact, by the id of its entry. */
    contact: unread(),
    /** The number or address that was spoken or written to. */
    address: text(),
    responsible: reference('people'),
    /** «Документ-основание»: what it was made from, `<collection>/<id>` (shared/basis). */
    basis: unread(),
    text: note(),
    tags: strings(),
  },
  lists: {
    /** Who takes part besides the responsible person and the customer: of our own people, or anybody by name and address. */
    participants: list({ person: reference('people'), name: text(), email: text(), place: place() }),
    reminders: remindedBefore,
  },
})

export type Event = Row<typeof events>
