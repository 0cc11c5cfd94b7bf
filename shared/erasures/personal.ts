import type { CollectionName } from '../collections.ts'
import type { Json } from '../records/declarations/value.ts'

/** What of a record says something of a person: fields, and fields of its lists' entries, each with what stands in its place. */
export interface Personal {
  readonly fields: { readonly [field: string]: Json }
  readonly lists: { readonly [list: string]: { readonly [field: string]: Json } }
  /** Lists whose entries are removed, since nothing is left of them. */
  readonly emptied: readonly string[]
  /** The record itself is removed: it says nothing any more. */
  readonly gone?: true
}

/** In the place of a text that a record must have. */
const ERASED = 'Удалено'
/** In the place of a customer's name. */
export const ERASED_CUSTOMER = 'Покупатель удален'

const nothing = <const T extends string>(...names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, null])) as { readonly [N in T]: null }

/** What letters say, of the company's and of people's own accounts alike. */
const LETTER: Personal = {
  fields: {
    ...nothing('subject', 'fromName', 'fromAddress', 'messageId', 'snippet', 'body', 'raw', 'unparsed', 'undelivered'),
    ...{ to: [], cc: [], bcc: [], replyTo: [], references: [] },
  },
  lists: { attachments: nothing('name', 'hash', 'cid') },
  emptied: [],
}

/**
 * What goes of each collection whose records may be of a person (SPEC ER4). Sums, quantities, times, states, who was responsible and what
 * refers to what stay, since accounts, funnel, plans and reports are made of them.
 */
export const PERSONAL = {
  customers: {
    fields: {
      ...{ name: ERASED_CUSTOMER },
      ...nothing('fullName', 'inn', 'kpp', 'ogrn', 'phone', 'email', 'emailRefused', 'address', 'note'),
    },
    lists: {
      contacts: { name: ERASED, ...nothing('post', 'salutation', 'birthday', 'note') },
      phones: nothing('number', 'note'),
      emails: nothing('email', 'refused'),
      addresses: nothing('address'),
      contracts: nothing('note'),
      accounts: nothing('bik', 'account', 'bank', 'correspondent'),
    },
    emptied: ['contacts', 'phones', 'emails', 'addresses', 'accounts'],
  },
  events: {
    fields: { subject: ERASED, ...nothing('address', 'text') },
    lists: { participants: nothing('name', 'email') },
    emptied: [],
  },
  calls: { fields: nothing('number', 'extension', 'outer', 'note'), lists: {}, emptied: [] },
  letters: LETTER,
  ownLetters: LETTER,
  messages: {
    fields: {
      ...nothing('to', 'subject', 'body', 'quote', 'contact', 'outer', 'raw', 'undelivered', 'why'),
      ...{ cc: [], bcc: [] },
    },
    lists: {},
    emptied: [],
  },
  comments: { fields: { text: ERASED }, lists: {}, emptied: [], gone: true },
  files: {
    fields: { name: ERASED, ...nothing('hash', 'preview', 'note', 'paper') },
    lists: {},
    emptied: [],
    gone: true,
  },
  orders: {
    fields: nothing('note', 'contact', 'visitor'),
    lists: { moves: nothing('comment'), payments: nothing('comment'), shipments: nothing('comment') },
    emptied: [],
  },
  invoices: { fields: nothing('note'), lists: {}, emptied: [] },
  jobs: {
    fields: { subject: ERASED, ...nothing('text') },
    lists: { spent: nothing('note'), steps: nothing('text') },
    emptied: [],
  },
  calendarRecords: {
    fields: { subject: ERASED, ...nothing('where', 'text', 'organizer', 'uid') },
    lists: { participants: nothing('name', 'email'), exceptions: nothing('subject', 'where') },
    emptied: [],
  },
  reminders: { fields: nothing('text'), lists: {}, emptied: [] },
  mailingRecipients: {
    fields: nothing('to', 'name', 'because', 'why', 'outer', 'said', 'reason'),
    lists: {},
    emptied: [],
  },
  mailingConsents: { fields: { to: ERASED, ...nothing('givenWhere', 'reason') }, lists: {}, emptied: [] },
  counterparties: {
    fields: nothing('inn', 'kpp', 'ogrn', 'name', 'fullName', 'address', 'head', 'headPost'),
    lists: {},
    emptied: [],
  },
  messageDrafts: { fields: nothing('draft'), lists: {}, emptied: [] },
} as const satisfies Partial<Record<CollectionName, Personal>>

export type PersonalCollection = keyof typeof PERSONAL

/** What goes of a collection's records; undefined for one whose records are of nobody. */
export function personalOf(collection: string): Personal | undefined {
  return Object.hasOwn(PERSONAL, collection) ? PERSONAL[collection as PersonalCollection] : undefined
}

/** Values of a record without what says something of a person. */
export function impersonal<T extends object>(collection: string, values: T): Partial<T> {
  const personal = personalOf(collection)?.fields ?? {}
  return Object.fromEntries(Object.entries(values).filter(([field]) => !Object.hasOwn(personal, field))) as Partial<T>
}
