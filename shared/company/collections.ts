import { KNOWN_CALLER_ACTS, UNKNOWN_CALLER_ACTS } from '../calls/collections.ts'
import { ROLES } from '../documents/roles.ts'
import { LANGUAGES } from '../locales/index.ts'
import { RULED_BY, WRITTEN_BY } from '../messages/letter-sender.ts'
import { collection, type EntryOf, list } from '../records/declarations/collection.ts'
import {
  account,
  choice,
  currency,
  date,
  email,
  inn,
  kpp,
  ogrn,
  phone,
  rate,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'
import { bankAccounts } from './bank-accounts.ts'

/** «Вид дня»: off, an hour shorter, worked out of turn. */
export const SPECIAL_DAYS = ['dayOff', 'shortDay', 'workday'] as const
export type SpecialDayKind = (typeof SPECIAL_DAYS)[number]

/** The company itself; one record, id `COMPANY`. */
export const company = collection('company', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ required: true }),
    /** IANA zone in which the company's days begin, `Europe/Moscow`. */
    zone: text(),
    /** ISO 4217 code of the currency that reports are in. */
    currency: currency(),
    /** ISO 3166-1, two letters: of phone numbers without a country's code. Null is RU. */
    country: text(),
    /** In which its letters write dates and sums. Null is Russian. */
    language: choice(LANGUAGES),
    /** By whose account of mail letters go where nobody says otherwise. Null is the company's. */
    letterSender: choice(RULED_BY),
    /** Its working hours, a line for each day that is worked (hours.ts); none: five days from nine to six. */
    week: strings(),
  },
  lists: {
    /** Days that are not as their weekday: an entry's id is the date without hyphens. */
    specialDays: list({ date: date(), kind: choice(SPECIAL_DAYS), name: text() }),
  },
})

/** A day of the company that is not as its weekday. */
export type SpecialDay = EntryOf<typeof company, 'specialDays'>

/** The id of the one record of `company`. */
export const COMPANY = 'company'

/** Which pictures of an organisation papers show. */
export const PICTURE_USES = ['logo', 'seal', 'signature'] as const

/** «Организации»: the legal persons that orders are made in the name of. */
export const organisations = collection('organisations', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ required: true }),
    fullName: text(),
    inn: inn(),
    kpp: kpp(),
    ogrn: ogrn(),
    address: text(),
    phone: phone(),
    email: email(),
    /** Who signs, by the post and name that papers show. */
    headPost: text(),
    head: text(),
    accountant: text(),
  },
  lists: {
    accounts: bankAccounts,
    /** What papers show besides words; an entry's id is its use (pictures.ts). */
    pictures: list({ use: choice(PICTURE_USES), image: text() }),
  },
})

/** «Подразделения»: salons, offices, workshops. */
export const departments = collection('departments', {
  version: 1,
  family: 'setup',
  fields: { name: text({ required: true }) },
})

/** «Сотрудники»: whoever is responsible for orders, with or without an account. */
export const people = collection('people', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ required: true }),
    email: email(),
    /** «Внутренний номер» at the office's exchange: whose calls of lines are. */
    extension: text(),
    department: reference('departments'),
    /** The person's superior. */
    manager: reference('people'),
    /** The account, when the person has one; the server writes it. */
    user: account(),
    role: choice(ROLES, { server: true }),
  },
})

/** Devices that write: the record's id is the replica's name. Written by the server. */
export const devices = collection('devices', {
  version: 1,
  family: 'setup',
  fields: { person: reference('people', { server: true }), label: text({ server: true }) },
})

/** «Валюты» with rates to the company's currency by date. */
export const currencies = collection('currencies', {
  version: 1,
  family: 'setup',
  fields: { code: currency({ required: true }), name: text() },
  lists: {
    /** `millionths` of the company's currency for one unit, from that day on. */
    rates: list({ from: date(), millionths: rate() }),
  },
})

/** What a person set for themselves; one record, its id is the user's. */
export const settings = collection('settings', {
  version: 1,
  family: 'users',
  fields: {
    language: text(),
    theme: text(),
    /** Working hours, a line for each day that is worked (hours.ts). */
    hours: strings(),
    /** Which kept view lists open with, a line `<list>=<view>` for each (lists/kept-views.ts). */
    openingViews: strings(),
    /** Of the secret of the person's calendar link, what is kept (calendar/link.ts). */
    calendarLink: unread(),
    /** What price lists showed of goods when one was made last. */
    priceColumns: strings(),
    /** Which notices come otherwise than is usual, a line `<way>=<kind>` for each (notices/kinds.ts). */
    notices: strings(),
    /** Addresses whose letters show pictures of other sites, in lower case. */
    letterPictures: strings(),
    /** By whose account of mail what the person writes goes (messages/letter-sender.ts). */
    letterSender: choice(WRITTEN_BY),
    /** What taking up a call does (F12). Null: card, then event; of somebody unknown it is asked. */
    knownCaller: choice(KNOWN_CALLER_ACTS),
    unknownCaller: choice(UNKNOWN_CALLER_ACTS),
    /** First steps that the person passes over (first-steps/steps.ts). */
    firstSteps: strings(),
  },
})
