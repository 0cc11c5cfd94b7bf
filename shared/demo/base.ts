import { generateNKeysBetween } from 'fractional-indexing'
import type { CollectionName } from '../collections.ts'
import { COMPANY } from '../company/collections.ts'
import type { JsonObject } from '../records/declarations/value.ts'
import { CATALOGUE } from './catalogue.ts'
import { type ClientId, COMPANIES } from './clients.ts'
import type { DemoCommand } from './command.ts'
import { clientRecord } from './order.ts'
import { type DemoWords, KINDS, REASONS, STATES } from './process.ts'
import { DEMO_COMPANY, DEMO_USERS, STAFF } from './staff.ts'

/** When the company began to keep its books here. */
const FOUNDED = Date.UTC(2016, 7, 1, 6)
const KOPECKS = 100
const NO_VAT = 'none'

/** The commands that make everything orders refer to. Ids are plain words, so twice is once. */
export function baseCommands(words: DemoWords): DemoCommand[] {
  return [
    made('company', COMPANY, { ...DEMO_COMPANY, name: words.company }),
    ...named('organisations', words.organisations, (id) => ({ fullName: words.fullNames[id] })),
    ...named('departments', words.departments, () => ({})),
    ...named('people', words.people, (id) => ({ ...STAFF[id], ...emailOf(id) })),
    ...named('states', words.states, (id) => ({ hue: STATES[id] })),
    ...named('kinds', words.kinds, (id, place) => ({ sort: KINDS[id].sort, place, states: tableOf(KINDS[id].states) })),
    ...named('reasons', words.reasons, (id, place) => ({
      hue: REASONS[id],
      place,
      ...(id === 'other' && { other: true }),
    })),
    ...named('products', words.products, (id) => productOf(id, words)),
    ...customersOf(words),
  ]
}

function made(collection: CollectionName, id: string, values: JsonObject): DemoCommand {
  return { command: 'createRecord', args: { collection, id, values }, person: null, at: FOUNDED }
}

/** A record for each name, in the dictionary's order. */
function named<Id extends string>(
  collection: CollectionName,
  names: Readonly<Record<Id, string>>,
  values: (id: Id, place: string) => JsonObject,
): DemoCommand[] {
  // The dictionary's type says which keys it has; none are added at run time.
  const ids = Object.keys(names) as Id[]
  const places = generateNKeysBetween(null, null, ids.length)
  return ids.map((id, i) => made(collection, id, { name: names[id], ...values(id, places[i] ?? '') }))
}

function emailOf(person: string): JsonObject {
  const email = DEMO_USERS.find((user) => user.person === person)?.email
  return email === undefined ? {} : { email }
}

function tableOf(states: readonly string[]): JsonObject {
  const places = generateNKeysBetween(null, null, states.length)
  return Object.fromEntries(states.map((state, i) => [state, { place: places[i] ?? null }]))
}

function productOf(id: keyof DemoWords['products'], { categories, units }: DemoWords): JsonObject {
  const { category, unit, price, ...product } = CATALOGUE[id]
  return { ...product, category: categories[category], unit: units[unit], price: price * KOPECKS, vat: NO_VAT }
}

function customersOf({ clients, addresses, segments }: DemoWords): DemoCommand[] {
  const known: Readonly<Partial<Record<ClientId, string>>> = addresses
  return Object.entries(clients).map(([client, name], i) => {
    const id = client as ClientId
    const company = COMPANIES[id]
    const address = known[id]
    const values = {
      name,
      type: company ? 'company' : 'person',
      ...contactsOf(i),
      ...(address !== undefined && { address }),
    }
    const whose = company ? { responsible: company.responsible } : {}
    return made('customers', clientRecord(id), {
      ...values,
      ...whose,
      segment: segments[company?.segment ?? 'persons'],
    })
  })
}

/** Numbers of the range that is set aside for examples, and addresses that lead nowhere. */
function contactsOf(index: number): JsonObject {
  const last = String(10 + index)
  return { phone: `+7 812 555-01-${last}`, email: `client${last}@assol.example` }
}
