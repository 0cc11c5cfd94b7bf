import type { CollectionName } from '../collections.ts'
import type { Filter } from '../filters/filter.ts'
import { isOffered, type OfFeature } from './known.ts'
import { isOfferedAt, type Place } from './places.ts'

type Of = NonNullable<OfFeature['feature']>

/** Collections whose records are of a feature, or of any of several. */
const COLLECTIONS_OF: { readonly [C in CollectionName]?: Of } = {
  ...{
    invoices: 'invoices',
    jobs: 'jobs',
    calendarRecords: 'calendar',
    calls: 'telephony',
    ignoredNumbers: 'telephony',
  },
  ...{ letters: 'mail', ownLetters: 'mail', mailAccounts: 'mail', messages: ['mail', 'sms'] },
  ...{ messageTemplates: ['mail', 'sms'], phones: 'telephony', reportSchedules: 'reports' },
  ...{ plans: 'plans', planRows: 'plans', scenarios: 'plans', rules: 'rules', runs: 'rules', mappings: 'exchange' },
  ...{ segments: 'segments', mailings: 'mailings', mailingRecipients: 'mailings', mailingConsents: 'mailings' },
  ...{ counterparties: 'counterparties', sites: 'site', customFields: 'customFields' },
  ...{ departments: 'departments', projects: 'projects', currencies: 'currencies' },
}

/** Collections of whose records some kinds are of a feature, by the field that says which. */
const KINDS = {
  orders: { field: 'sort', place: 'sorts', all: ['work'] },
  kinds: { field: 'sort', place: 'sorts', all: ['work'] },
  orderTemplates: { field: 'sort', place: 'sorts', all: ['work'] },
  events: { field: 'kind', place: 'eventKinds', all: ['letter', 'sms'] },
  messages: { field: 'way', place: 'ways', all: ['letter', 'sms'] },
  messageTemplates: { field: 'way', place: 'ways', all: ['letter', 'sms'] },
  mailings: { field: 'way', place: 'ways', all: ['letter', 'sms'] },
} as const

/** Whether a collection has a place in menus, searches and timelines with the features as they are. */
export function hasCollection(name: CollectionName): boolean {
  const feature = COLLECTIONS_OF[name]
  return feature === undefined || isOffered({ feature })
}

/** Whether what a record is about, `<collection>/<id>`, is of a collection that has a place. */
export function isOfferedAbout(about: string): boolean {
  const [name = ''] = about.split('/')
  return hasCollection(name as CollectionName)
}

/** Marks of records: of a collection (`invoices`), or of a kind of them (`orders/work`). */
export type LeftOut = readonly string[]

/** The records that are of what is off. Queries take them along: the data worker does not know which features are off (SPEC FT5). */
export function leftOut(): LeftOut {
  const whole = Object.keys(COLLECTIONS_OF).filter((name) => !hasCollection(name as CollectionName))
  const some = Object.keys(KINDS).flatMap((name) => kindsOff(name).map((kind) => `${name}/${kind}`))
  return [...whole, ...some]
}

/** The condition that leaves records of kinds that are off out of a list; none while all are on. */
export function withoutOff(collection: CollectionName): Filter {
  const values = kindsOff(collection)
  return values.length === 0 ? [] : [{ field: kindsIn(collection)?.field ?? '', is: 'notIn', values }]
}

/** Whether a record is among those that a query is to leave out. */
export function isLeftOut(without: LeftOut, collection: string, record: object | null): boolean {
  if (without.length === 0) return false
  if (without.includes(collection)) return true
  const kinds = kindsIn(collection)
  if (!kinds || record === null) return false
  const kind: unknown = Reflect.get(record, kinds.field)
  return typeof kind === 'string' && without.includes(`${collection}/${kind}`)
}

interface Kinds {
  readonly field: string
  readonly place: Place
  readonly all: readonly string[]
}

function kindsIn(collection: string): Kinds | undefined {
  return Object.hasOwn(KINDS, collection) ? KINDS[collection as keyof typeof KINDS] : undefined
}

function kindsOff(collection: string): readonly string[] {
  const { place, all } = kindsIn(collection) ?? { place: 'sorts', all: [] }
  return all.filter((kind) => !isOfferedAt(place, kind))
}
