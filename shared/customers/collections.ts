import { bankAccounts } from '../company/bank-accounts.ts'
import { collection, list, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  date,
  email,
  inn,
  kpp,
  note,
  offered,
  ogrn,
  phone,
  place,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'

/** What an address is for. */
const ADDRESS_KINDS = ['legal', 'actual', 'delivery', 'postal'] as const

/**
 * «Покупатели»: companies and persons. Phone, e-mail and address of the record itself are the first ones; more of them stand
 * in the lists, of the customer or of one of the contacts.
 */
export const customers = collection('customers', {
  version: 1,
  family: 'customers',
  custom: true,
  fields: {
    name: text({ required: true }),
    type: choice(['company', 'person']),
    fullName: text(),
    inn: inn(),
    kpp: kpp(),
    ogrn: ogrn(),
    phone: phone(),
    email: email(),
    /** What a mail server said last of that address, with it, where it takes no letters (letters/refused.ts). */
    emailRefused: unread(),
    address: text(),
    segment: text(),
    source: offered('sources'),
    tags: strings(),
    responsible: reference('people'),
    note: note(),
    /** The customer that this one turned out to be: reading follows it (merging/followed.ts). */
    mergedInto: reference('customers'),
  },
  lists: {
    /** People to speak with. */
    contacts: list({
      name: text({ required: true }),
      post: text(),
      /** How letters begin: «Уважаемый Сергей Петрович». */
      salutation: text(),
      birthday: date(),
      note: note(),
      place: place(),
    }),
    /** `contact`: the entry of that person; null is the customer's own. */
    phones: list({ contact: unread(), number: phone(), note: text(), place: place() }),
    emails: list({ contact: unread(), email: email(), refused: unread(), place: place() }),
    addresses: list({ contact: unread(), kind: choice(ADDRESS_KINDS), address: text(), place: place() }),
    contracts: list({
      number: text(),
      date: date(),
      until: date(),
      organisation: reference('organisations'),
      note: note(),
      place: place(),
    }),
    accounts: bankAccounts,
  },
})

export type Customer = Row<typeof customers>
