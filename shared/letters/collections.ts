import { collection, list, listOfFacts, type Row } from '../records/declarations/collection.ts'
import {
  account,
  choice,
  flag,
  ids,
  instant,
  integer,
  note,
  place,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'

/** How an account of mail stands: `refused`: its server takes name and password no more; `off`: switched off. */
export const ACCOUNT_STATES = ['connected', 'unreachable', 'refused', 'off'] as const

/**
 * «Учетные записи почты»: what everybody may know of an account. The server writes all of it; how it is reached, with its secrets,
 * stands in the server alone (accounts.ts).
 */
export const mailAccounts = collection('mailAccounts', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ server: true }),
    address: text({ server: true }),
    /** Whose it is, by the account of the program; null: the company's. */
    owner: account(),
    receives: flag({ server: true }),
    sends: flag({ server: true }),
    /** «Основная для отправки»: of the company, or of its person. */
    isDefault: flag({ server: true }),
    /** Folders that it takes letters from, by their paths; none: all but those of drafts, spam and what was removed. */
    folders: strings({ server: true }),
    /** Where the server keeps what was sent, what is removed and archived, by path; null: it has none. */
    sentFolder: unread({ server: true }),
    trashFolder: unread({ server: true }),
    archiveFolder: unread({ server: true }),
    /** What stands under its letters, plain lines. */
    signature: note({ server: true }),
    /** When its settings were changed last: whoever works with them reads them anew. */
    changed: instant({ server: true }),
    /** Null: nobody has tried it yet. */
    state: choice(ACCOUNT_STATES, { server: true }),
    /** What its server said; null: nothing is wrong. */
    trouble: text({ server: true }),
    /** Its other folders, by their paths, whose letters are not taken in and not counted. */
    leftOut: strings({ server: true }),
    /** What its folders list, and how much of that is taken in, is left out by a rule, and failed (ledger.ts). */
    listed: integer({ server: true }),
    taken: integer({ server: true }),
    filtered: integer({ server: true }),
    failed: integer({ server: true }),
  },
})

/** From whom: `out` is what one of the own accounts wrote. */
const LETTER_DIRECTIONS = ['in', 'out'] as const
/**
 * By what a letter was bound to its customer: an address of theirs; one that several have, of whom they have the newest open order; what
 * it answers; the order that its subject names; or somebody has chosen.
 */
export const BOUND_BY = ['address', 'several', 'thread', 'order', 'chosen'] as const
/** What no person wrote (RFC 3834, RFC 3464). */
const AUTOMATIC = ['answer', 'bulk', 'bounce'] as const

/** What a letter is, in the company's and in a person's own documents alike. */
const fields = {
  direction: choice(LETTER_DIRECTIONS, { required: true }),
  subject: text(),
  fromName: text(),
  fromAddress: text(),
  /** Readers, each as `Name <address>` or the address alone. */
  to: strings(),
  cc: strings(),
  bcc: strings(),
  replyTo: strings(),
  /** When it says that it was written; when its mail server got it. */
  sent: instant(),
  received: instant(),
  /** Without angle brackets. */
  messageId: unread(),
  /** What it answers, the first of its thread first, without angle brackets. */
  references: ids(),
  /** How its words begin. */
  snippet: text(),
  /** SHA-256 of its words, as `LetterBody` in JSON (letter.ts). */
  body: unread(),
  /** SHA-256 of the whole letter as it came, where that is kept: of one that could not be taken apart, always. */
  raw: unread(),
  /** Bytes of the whole. */
  size: integer({ least: 0 }),
  /** Why it is shown as it came; null: it was taken apart. */
  unparsed: text(),
  automatic: choice(AUTOMATIC),
  customer: reference('customers'),
  /** The customer's contact, by the id of its entry. */
  contact: unread(),
  order: reference('orders'),
  boundBy: choice(BOUND_BY),
  /** The outgoing message that it is the copy of. */
  message: reference('messages'),
  /** «Не доставлено»: whom it did not reach, and what the server said of each. */
  undelivered: text(),
} as const

const lists = {
  /**
   * Where it stands: an entry for each folder that has it. Agents and people write these: whoever moves or marks it here writes the
   * field, and the agent carries that to the mail server.
   */
  places: list({
    account: reference('mailAccounts'),
    /** Path of the folder. */
    folder: text(),
    seen: flag(),
    flagged: flag(),
    answered: flag(),
    place: place(),
  }),
  /** Its enclosures: bytes by their SHA-256. `cid`: where its HTML shows it. */
  attachments: listOfFacts({
    name: text(),
    type: unread(),
    size: integer({ least: 0 }),
    hash: unread(),
    cid: unread(),
    place: place(),
  }),
} as const

/** «Письма» that all may read: those of the company's accounts, and of people's own what is bound or shared. */
export const letters = collection('letters', { version: 1, family: 'letters', fields, lists })

/**
 * Letters of a person's own account. One that is bound or shared has a twin among `letters` under the same id in the common circle
 * (`sharedId`): that is then read and written in its place.
 */
export const ownLetters = collection('ownLetters', { version: 1, family: 'mail', fields, lists })

export type MailAccount = Row<typeof mailAccounts>
export type Letter = Row<typeof letters>
