import { SORTS, type Sort } from '../orders/collections.ts'
import { collection, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  ids,
  instant,
  integer,
  note,
  place,
  reference,
  richText,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'
import { LETTER_SENDERS } from './letter-sender.ts'

/** «Письмо» and «SMS». */
export const WAYS = ['letter', 'sms'] as const
export type Way = (typeof WAYS)[number]

/** How an outgoing message stands; `doubtful`: «исход неизвестен», it may have gone and is not sent again by itself. */
export const MESSAGE_STATES = ['waiting', 'sent', 'failed', 'cancelled', 'doubtful'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** What a template may be about: an order of a sort, or a reader of a mailing. */
const BASES = [...SORTS, 'mailing'] as const
export type Basis = (typeof BASES)[number]

/** «Шаблоны сообщений». */
export const messageTemplates = collection('messageTemplates', {
  version: 1,
  family: 'automation',
  fields: {
    name: text({ required: true }),
    way: choice(WAYS, { required: true }),
    /** «Основание»: the sort of order whose parameters it may name, or `mailing`. */
    sort: choice(BASES, { required: true }),
    subject: text(),
    /** The text with its parameters, in the form of body.ts. */
    body: richText(),
    /** Papers that go with it, by their names in shared/print. */
    papers: strings(),
    place: place(),
  },
})

/** «Исходящие»: letters and SMS that go, or went. Made by people, or by rules under derived ids. */
export const messages = collection('messages', {
  version: 1,
  family: 'runs',
  // Who has what sent by whose phone: it sends for its owner alone.
  since: ['state', 'to', 'body', 'phone', 'asked'],
  fields: {
    way: choice(WAYS, { required: true }),
    state: choice(MESSAGE_STATES),
    /** The number; of a letter the address, of several readers all of theirs, `, ` between. */
    to: text(),
    cc: strings(),
    bcc: strings(),
    subject: text(),
    /** In the form of body.ts. For a template it is filled when the message is made: parameters stand in it no more. */
    body: richText(),
    /** What stands below as quoted, plain lines; the first says whose words they are. */
    quote: note(),
    papers: strings(),
    files: ids(),
    order: reference('orders'),
    customer: reference('customers'),
    contact: text(),
    template: reference('messageTemplates'),
    /** By whose account of mail it goes; null: as the company says. */
    sender: choice(LETTER_SENDERS),
    /** The very account of mail by which it goes; null: what `sender` says. */
    account: reference('mailAccounts'),
    /** The person's own phone that an SMS goes by; null: as the settings of the company say. */
    phone: reference('phones'),
    /** The letter that it answers, and the one that it passes on, as `<collection>/<id>`: `letters`, or `ownLetters`. */
    answers: unread(),
    forwards: unread(),
    /** The name and address that it went in the name of. */
    from: unread(),
    /** Who wrote it; null: a rule. */
    author: reference('people'),
    rule: reference('rules'),
    /** The run that made it, by id, and the move behind it: where that is undone, the message does not go. */
    run: unread(),
    move: unread(),
    /** It goes not before then. */
    due: instant(),
    attempts: integer(),
    /** Why it stands so, in the form of shared/rules/why.ts. */
    why: unread(),
    sent: instant(),
    /** What the other side calls it: Message-ID, or the gateway's number. */
    outer: unread(),
    /** SHA-256 of the whole letter as it went, where that is still to be put into its account’s folder of sent mail. */
    raw: unread(),
    /** «Не доставлено»: whom it did not reach, though it was sent, and what the server said of each. */
    undelivered: text(),
    /** How often somebody has asked to send it again. */
    asked: integer(),
  },
})

/** What a person writes and has not sent, on all of his devices; ids are `<user>_…` (drafts.ts). */
export const messageDrafts = collection('messageDrafts', {
  version: 1,
  family: 'users',
  fields: {
    /** As JSON of the screen that writes it; null: it was sent, or given up. */
    draft: unread(),
    /** When it was typed. */
    at: instant(),
  },
})

/** The sort of order that a basis is about; of mailings, which are about none, customers' orders. */
export function sortOf(basis: Basis | null | undefined): Sort {
  return basis === 'work' ? 'work' : 'customer'
}

export type MessageTemplate = Row<typeof messageTemplates>
export type Message = Row<typeof messages>
