import type { Basis } from '../../shared/basis/basis.ts'
import type { CollectionName } from '../../shared/collections.ts'
import { SORTS } from '../../shared/orders/collections.ts'
import { parseId } from '../../shared/records/keys/id.ts'
import { FOUND_IN } from '../../shared/search/index/fields.ts'
import type { Ref } from '../data/queries/finding/query.ts'
import type { Item } from '../data/queries/query.ts'

/** Where the lists stand whose cards show records; orders stand by their sort. */
const HOMES: { readonly [C in CollectionName]?: string } = {
  customers: '/customers',
  events: '/events',
  calendarRecords: '/calendar',
  invoices: '/invoices',
  jobs: '/jobs',
  products: '/goods',
  productGroups: '/settings/groups',
  priceTypes: '/settings/prices',
  organisations: '/settings/organisations',
  departments: '/settings/departments',
  people: '/settings/people',
  kinds: '/settings/kinds',
  states: '/settings/states',
  reasons: '/settings/reasons',
  orderTemplates: '/settings/templates',
  projects: '/settings/projects',
  sources: '/settings/sources',
  units: '/settings/units',
  currencies: '/settings/currencies',
  mappings: '/settings/mappings',
  ignoredNumbers: '/settings/ignored',
  customFields: '/settings/fields',
  rules: '/rules',
  messageTemplates: '/templates',
  mailings: '/mailings',
  calls: '/calls/all',
  messages: '/outgoing',
  letters: '/mail/all',
  ownLetters: '/mail/all',
  plans: '/plans',
  scenarios: '/settings/scenarios',
  reportSchedules: '/settings/reports',
}

/** The address of a record's card; null for a record that has none. `item` is the record as lists show it. */
export function addressOf(collection: CollectionName, { id, sort }: Item): string | null {
  const home = collection === 'orders' ? `/orders/${sort}` : HOMES[collection]
  return home === undefined ? null : `${home}/${id}`
}

/** Collections whose screens are no lists. */
const NO_LISTS: readonly CollectionName[] = ['calendarRecords', 'letters', 'ownLetters']

/** Where a collection's lists stand: of orders one for each sort; a calendar and a mailbox are no lists. */
export function listsOf(collection: CollectionName): readonly string[] {
  if (collection === 'orders') return SORTS.map((sort) => `/orders/${sort}`)
  if (NO_LISTS.some((one) => one === collection)) return []
  const home = HOMES[collection]
  return home === undefined ? [] : [home]
}

/** What a record is called: an order by its number, an event by what it is about, columns of a file by theirs, the rest by their names. */
export function nameOf({ number, name, subject, code, columns, id }: Item): string {
  return String(number ?? name ?? subject ?? code ?? columns ?? id)
}

/** The record whose card is open at an address, of those that the palette finds; undefined where none is. */
export function recordAt(path: string): Ref | undefined {
  const order = /^\/orders\/\w+\/(\w+-[\w-]+)$/.exec(path)?.[1]
  if (order !== undefined) return { collection: 'orders', id: order }
  for (const collection of FOUND_IN) {
    const home = `${HOMES[collection] ?? null}/`
    if (path.startsWith(home)) return { collection, id: path.slice(home.length) }
  }
  return undefined
}

/** Where cards stand of records that others are made from. */
const BASIS_HOMES: readonly (readonly [home: string, Basis['collection']])[] = [
  ['orders', 'orders'],
  ['customers', 'customers'],
  ['invoices', 'invoices'],
  ['events', 'events'],
  ['jobs', 'jobs'],
  ['calendar', 'calendarRecords'],
]

/** The record whose card is open at an address, of those that others are made from; an order's beside a board, too. */
export function basisAt(path: string): Basis | undefined {
  const [, first, ...parts] = path.split('/')
  const id = parts.findLast((part) => parseId(part) !== null)
  const [, collection] = BASIS_HOMES.find(([home]) => home === first) ?? []
  return collection && id !== undefined && !parts.includes('draft') ? { collection, id } : undefined
}
