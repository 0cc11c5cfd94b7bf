import { expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import type { Collection, Fields } from '../records/declarations/collection.ts'
import { PERSONAL, type Personal, type PersonalCollection } from './personal.ts'

/** What is typed or quoted and still says nothing of a person: each with the reason. */
const STAYS: Readonly<Record<string, string>> = {
  'customers.segment': 'a group of many',
  'customers.source': 'a group of many',
  'customers.tags': 'groups of many',
  'customers.phones.contact': 'an id',
  'customers.emails.contact': 'an id',
  'customers.addresses.contact': 'an id',
  'customers.contracts.number': 'a paper that accounts name',
  'customers.contracts.date': 'a paper that accounts name',
  'customers.contracts.until': 'a paper that accounts name',
  'events.contact': 'an id',
  'events.basis': 'an id',
  'events.tags': 'groups of many',
  'calls.contact': 'an id',
  'calls.line': 'our own number',
  'letters.contact': 'an id',
  'letters.places.folder': 'a folder of ours',
  'letters.attachments.type': 'a media type',
  'ownLetters.contact': 'an id',
  'ownLetters.places.folder': 'a folder of ours',
  'ownLetters.attachments.type': 'a media type',
  'messages.papers': 'kinds of papers',
  'messages.files': 'ids',
  'messages.answers': 'an id',
  'messages.forwards': 'an id',
  'messages.from': 'our own name',
  'messages.run': 'an id',
  'messages.move': 'an id',
  'comments.about': 'an id',
  'comments.mentions': 'our own people',
  'comments.answers': 'an id',
  'comments.files': 'ids',
  'files.about': 'an id',
  'files.type': 'a media type',
  'orders.number': 'a paper that accounts name',
  'orders.draft': 'a paper that accounts name',
  'orders.shipment': 'a day of the order',
  'orders.source': 'a group of many',
  'orders.tags': 'groups of many',
  'orders.basis': 'an id',
  'orders.currency': 'a code',
  'orders.lines.text': 'what was sold',
  'orders.lines.unit': 'a unit',
  'orders.lines.priceDate': 'a day of the price',
  'orders.performers.line': 'an id',
  'orders.shipments.date': 'a paper that accounts name',
  'orders.shipments.document': 'an id',
  'orders.shipments.line': 'an id',
  'orders.shipments.device': 'a device of ours',
  'orders.shipments.undoes': 'an id',
  'orders.payments.date': 'a paper that accounts name',
  'orders.payments.device': 'a device of ours',
  'orders.payments.undoes': 'an id',
  'orders.moves.device': 'a device of ours',
  'orders.moves.follows': 'ids',
  'orders.moves.undoes': 'an id',
  'orders.moves.cause': 'an id',
  'invoices.number': 'a paper that accounts name',
  'invoices.draft': 'a paper that accounts name',
  'invoices.account': 'an id',
  'invoices.due': 'a day of the paper',
  'invoices.currency': 'a code',
  'invoices.lines.text': 'what was sold',
  'invoices.lines.unit': 'a unit',
  'invoices.lines.priceDate': 'a day of the price',
  'invoices.lines.line': 'an id',
  'jobs.due': 'a day of the work',
  'jobs.basis': 'an id',
  'jobs.tags': 'groups of many',
  'calendarRecords.day': 'a day of ours',
  'calendarRecords.lastDay': 'a day of ours',
  'calendarRecords.zone': 'a zone',
  'calendarRecords.repeat': 'a rule of days',
  'calendarRecords.contact': 'an id',
  'calendarRecords.basis': 'an id',
  'calendarRecords.tags': 'groups of many',
  'calendarRecords.exceptions.original': 'a day of ours',
  'calendarRecords.exceptions.day': 'a day of ours',
  'calendarRecords.exceptions.lastDay': 'a day of ours',
  'reminders.about': 'an id',
  'mailingRecipients.contact': 'an id',
  'counterparties.registered': 'a day of the register',
  'counterparties.ended': 'a day of the register',
  'counterparties.activity': 'a code of what is done',
  'counterparties.source': 'a service',
  'counterparties.actual': 'a day of the register',
}
/** Of fields of these types people type words, numbers, days: each is decided by name. */
const TYPED = ['text', 'note', 'strings', 'date']

function* typed(collection: PersonalCollection): Generator<{ path: string; isCut: boolean }> {
  const declared: Collection = COLLECTIONS[collection]
  const personal: Personal = PERSONAL[collection]
  const fields = (all: Fields) => Object.entries(all).filter(([, { type }]) => TYPED.includes(type))
  for (const [name] of fields(declared.fields))
    yield { path: `${collection}.${name}`, isCut: Object.hasOwn(personal.fields, name) }
  for (const [list, { fields: all }] of Object.entries(declared.lists)) {
    const cut = personal.lists[list] ?? {}
    for (const [name] of fields(all)) yield { path: `${collection}.${list}.${name}`, isCut: Object.hasOwn(cut, name) }
  }
}

test('ER4: each field that takes words is decided: it goes, or stays for a reason', () => {
  const all = (Object.keys(PERSONAL) as PersonalCollection[]).flatMap((one) => [...typed(one)])
  const decided = ({ path, isCut }: { path: string; isCut: boolean }) => isCut !== Object.hasOwn(STAYS, path)
  expect(all.filter((one) => !decided(one)).map(({ path }) => path)).toEqual([])
  const known = new Set(all.map(({ path }) => path))
  expect(Object.keys(STAYS).filter((path) => !known.has(path))).toEqual([])
})

test('ER4: what stands in the place of a value may stand there, and a required one is not empty', () => {
  for (const name of Object.keys(PERSONAL) as PersonalCollection[]) {
    const declared: Collection = COLLECTIONS[name]
    const personal: Personal = PERSONAL[name]
    for (const [field, put] of Object.entries(personal.fields)) {
      const one = declared.fields[field]
      expect(one, `${name}.${field}`).toBeDefined()
      expect(put === null ? !one?.required : one?.accepts(put), `${name}.${field}`).toBe(true)
    }
    for (const [list, cut] of Object.entries(personal.lists))
      for (const field of Object.keys(cut))
        expect(declared.lists[list]?.fields[field], `${name}.${list}.${field}`).toBeDefined()
  }
})

test('ER5: no figure of orders, their movements, invoices and jobs is cut', () => {
  const counted = [
    'money',
    'quantity',
    'percent',
    'decimal',
    'rate',
    'instant',
    'integer',
    'choice',
    'flag',
    'reference',
  ]
  for (const name of Object.keys(PERSONAL) as PersonalCollection[]) {
    const declared: Collection = COLLECTIONS[name]
    const personal: Personal = PERSONAL[name]
    for (const field of Object.keys(personal.fields))
      expect(counted, `${name}.${field}`).not.toContain(declared.fields[field]?.type)
    for (const [list, cut] of Object.entries(personal.lists))
      for (const field of Object.keys(cut))
        expect(counted, `${name}.${list}.${field}`).not.toContain(declared.lists[list]?.fields[field]?.type)
  }
})
