import { WAYS } from '../messages/collections.ts'
import { collection, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  flag,
  instant,
  integer,
  money,
  note,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'

/** How a mailing stands: `prepared` until it is begun; `finished` when nobody waits any more; `stopped` for good. */
export const MAILING_STATES = ['prepared', 'running', 'paused', 'finished', 'stopped'] as const

/** «Массовые рассылки». What became of it per reader stands in `mailingRecipients`. */
export const mailings = collection('mailings', {
  version: 1,
  family: 'automation',
  fields: {
    name: text({ required: true }),
    way: choice(WAYS, { required: true }),
    state: choice(MAILING_STATES),
    segment: reference('segments'),
    template: reference('messageTemplates'),
    /** By which account of mail it goes; null: the company's usual one. */
    account: reference('mailAccounts'),
    /** What its readers agreed to, in words that the page of unsubscribing says: «новости», «акции». */
    topic: text(),
    /** At most so many in an hour; null: as quickly as the server takes them. */
    perHour: integer({ least: 1 }),
    /** It goes not before then; and in these hours alone, as lines of company/hours.ts; none: at any time. */
    due: instant(),
    hours: strings(),
    /** It goes to those alone who have agreed to it. */
    wantsConsent: flag(),
    /** Its server takes `name+anything@domain`: what comes back names its reader by that (VERP). */
    plusAddress: flag(),
    countsOpened: flag(),
    countsClicked: flag(),
    /** When its audience was frozen, and by whom. */
    begun: instant(),
    begunBy: reference('people'),
    finished: instant(),
    /** Why it stands so, in the form of shared/rules/why.ts. */
    why: unread(),
    /** How many are in it, and what became of them so far; the agent writes these. */
    all: integer({ summed: true }),
    waiting: integer(),
    doubtful: integer(),
    sent: integer({ summed: true }),
    failed: integer({ summed: true }),
    bounced: integer({ summed: true }),
    leftOut: integer({ summed: true }),
    opened: integer({ summed: true }),
    clicked: integer({ summed: true }),
    unsubscribed: integer({ summed: true }),
    /** Orders of its readers within ORDERS_WITHIN days behind what they were told, and what they come to, in the company's currency. */
    orders: integer({ summed: true }),
    ordersTotal: money({ summed: true }),
    /** «Тест себе»: where it is to go, as what reader it is filled, when that was asked for, when it went, and what was said of it. */
    testTo: text(),
    testFor: reference('customers'),
    testAsked: instant(),
    testSent: instant(),
    testWhy: unread(),
    note: note(),
  },
})

/** How a reader stands. `leftOut`: not sent to at the last moment (`why`); `softBounced` may be tried again, `hardBounced` not. */
const RECIPIENT_STATES = ['waiting', 'sent', 'softBounced', 'hardBounced', 'failed', 'leftOut', 'doubtful'] as const

/**
 * Readers of a mailing, frozen when it is begun. Ids are `<id of the mailing>_<hash of the address>`: each address once, and all of a
 * mailing in a document of its own.
 */
export const mailingRecipients = collection('mailingRecipients', {
  version: 1,
  family: 'mailings',
  fields: {
    mailing: reference('mailings'),
    customer: reference('customers'),
    /** The customer's contact, by the id of its entry. */
    contact: unread(),
    /** Address or number, as it stood then. */
    to: text(),
    name: text(),
    /** Why it is in: what its segment said, in words of then. */
    because: text(),
    state: choice(RECIPIENT_STATES),
    why: unread(),
    sent: instant(),
    /** How often it was tried, and how often somebody asked for it again. */
    attempts: integer(),
    asked: integer(),
    /** Message-ID, or the gateway's number. */
    outer: unread(),
    /** What the other's server said. */
    said: text(),
    opened: instant(),
    clicked: instant(),
    unsubscribed: instant(),
    /** Later than `unsubscribed`: the reader wants them after all. */
    subscribedAgain: instant(),
    /** What the reader said at unsubscribing. */
    reason: text(),
  },
})

/** From where somebody agreed, or took it back. */
const CONSENT_SOURCES = [
  'siteForm',
  'importedFile',
  'spoken',
  'paperForm',
  'unsubscribePage',
  'oneClick',
  'complaint',
  'byHand',
] as const

/**
 * «Согласия на рассылку»: of each address or number, whosever it is. Ids are derived of way and address (consent-id.ts), so that all
 * that is said of one stands in one record, and its history is the record's.
 */
export const mailingConsents = collection('mailingConsents', {
  version: 1,
  family: 'customers',
  fields: {
    way: choice(WAYS, { required: true }),
    /** In lower case; a number as E.164. */
    to: text({ required: true }),
    customer: reference('customers'),
    given: instant(),
    givenBy: choice(CONSENT_SOURCES),
    /** From where, in the words of the file that said it. */
    givenWhere: text(),
    /** Later than `given`: it was taken back, nothing goes there. */
    withdrawn: instant(),
    withdrawnBy: choice(CONSENT_SOURCES),
    /** The mailing whose letter led there. */
    mailing: reference('mailings'),
    reason: text(),
  },
})

export type Mailing = Row<typeof mailings>
export type MailingRecipient = Row<typeof mailingRecipients>
export type MailingConsent = Row<typeof mailingConsents>
