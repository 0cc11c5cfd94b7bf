import { collection, type Row } from '../records/declarations/collection.ts'
import { account, choice, flag, instant, note, reference, text, unread } from '../records/declarations/fields.ts'

/**
 * What speaks with the bridge: `page` is the program itself open on a phone; `macrodroid`, `tasker`, `automate` are programs of
 * Android with a ready profile; `program` is anything else that speaks the protocol; then the office's lines: Asterisk by AMI, and web
 * hooks of cloud exchanges.
 */
export const PHONE_WAYS = [
  'page',
  'macrodroid',
  'tasker',
  'automate',
  'program',
  'asterisk',
  'mango',
  'zadarma',
  'megafon',
  'hooks',
] as const
export type PhoneWay = (typeof PHONE_WAYS)[number]

/** Ways of the company's own lines: settings with secrets in place of a key of their own. */
export const LINE_WAYS = ['asterisk', 'mango', 'zadarma', 'megafon', 'hooks'] as const satisfies readonly PhoneWay[]

/** «Телефоны и линии»: what everybody may know of them. The server writes all of it; keys and secrets stand there alone (phones.ts). */
export const phones = collection('phones', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ server: true }),
    way: choice(PHONE_WAYS, { server: true }),
    /** Whose phone it is, by the account of the program; null: a line of the company. */
    owner: account(),
    /** Its own number, as people write it. */
    number: text({ server: true }),
    /** It may be asked to dial, and to send SMS. */
    dials: flag({ server: true }),
    texts: flag({ server: true }),
    /** Switched off, or its key was taken back: nothing is taken from it. */
    isOff: flag({ server: true }),
    paired: instant({ server: true }),
    /** When its settings were changed last: whoever works with them reads them anew. */
    changed: instant({ server: true }),
  },
})

/** «Номера без обработки»: calls of these show no window; they are kept, and counted, like other calls. */
export const ignoredNumbers = collection('ignoredNumbers', {
  version: 1,
  family: 'automation',
  fields: {
    /** A number in any spelling, or a mask: `*` stands for any digits, `?` for one. */
    number: text({ required: true }),
    note: text(),
  },
})

/** From whom a call is. */
export const CALL_DIRECTIONS = ['in', 'out'] as const

/**
 * How far a call is. `asked`: somebody here wants it dialled; `given`: the phone has heard that; `ringing`: here or there; then
 * `talking`, and one of the ends: `ended` after a talk, `missed` without one, `failed` (`failure` says why).
 */
export const CALL_STATES = ['asked', 'given', 'ringing', 'talking', 'ended', 'missed', 'failed'] as const

/** Why there was no talk. `noPhone`: the phone did not hear of it in time; `unsaid`: the phone does not say. */
export const CALL_FAILURES = ['busy', 'noAnswer', 'turnedDown', 'noPhone', 'wrongNumber', 'noLine', 'unsaid'] as const
export type CallFailure = (typeof CALL_FAILURES)[number]

/** «Звонки»: the agent of telephony writes what phones report, people what they do about it. */
export const calls = collection('calls', {
  version: 1,
  family: 'events',
  // Who wants what dialled by whose phone: the bridge dials for the phone's owner alone.
  since: ['state', 'number', 'phone', 'asked'],
  fields: {
    direction: choice(CALL_DIRECTIONS, { required: true }),
    state: choice(CALL_STATES),
    failure: choice(CALL_FAILURES),
    /** The other's number: E.164 where it can be read (shared/phones), else as it came; null: it is withheld. */
    number: text(),
    /** Digits of the other's inner line. */
    extension: text(),
    /** The phone or line that it goes by. */
    phone: reference('phones'),
    /** The own number or SIM that was called, as the phone says it. */
    line: text(),
    /** By what its phone or exchange knows it. */
    outer: unread(),
    asked: instant(),
    rang: instant(),
    answered: instant(),
    ended: instant(),
    /** «Конец не сообщен»: its end was never reported, and it was closed without. */
    isUnended: flag(),
    customer: reference('customers'),
    /** The customer's contact, by the id of its entry. */
    contact: unread(),
    /** Whose call it is: the owner of the phone, or who answered. */
    responsible: reference('people'),
    /** Who took it up at a desk (F12), and when. */
    takenBy: reference('people'),
    taken: instant(),
    /** Who calls back a missed one. */
    callsBack: reference('people'),
    /** When a missed one was closed by hand, and by whom: with all of its number until then. */
    closed: instant(),
    closedBy: reference('people'),
    /** The event «Звонок» that was made of it. */
    event: reference('events'),
    /** What was talked of. */
    order: reference('orders'),
    /** What was written down during the talk. */
    note: note(),
  },
})

/** Calls whose window a person has put aside, on all of his devices; ids are `<user>_<id of the call>`. */
export const callsAside = collection('callsAside', { version: 1, family: 'users', fields: { at: instant() } })

/** What F12 does with a call of somebody known, and of somebody unknown. */
export const KNOWN_CALLER_ACTS = ['openCard', 'openEvent', 'cardThenEvent'] as const
export const UNKNOWN_CALLER_ACTS = ['makeCustomer', 'makeCallEvent', 'askFirst'] as const

export type Call = Row<typeof calls>
export type PhoneRecord = Row<typeof phones>
