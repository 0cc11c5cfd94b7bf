import { generateNKeysBetween } from 'fractional-indexing'
import type { CollectionName } from '../collections.ts'
import { COMPANY } from '../company/collections.ts'
import type { JsonObject } from '../records/declarations/value.ts'
import { automation } from './automation/automation.ts'
import { specialDays } from './calendar/special-days.ts'
import type { DemoCommand } from './command.ts'
import { demoCounterparties } from './customers/counterparties.ts'
import { demoCustomers } from './customers/customers.ts'
import { accountOf, requisitesOf } from './customers/requisites.ts'
import { GROUP_OF, productOf, UNIT_CODES } from './goods/goods.ts'
import { DAYS, type DemoWords, KINDS, REASONS, STATES } from './process.ts'
import { DEMO_COMPANY, DEMO_USERS, STAFF } from './staff.ts'

/** When the company began to keep its books here. */
export const FOUNDED = Date.UTC(2016, 7, 1, 6)

/** The commands that make everything orders refer to. Ids are plain words, so twice is once. */
export function baseCommands(now: number, words: DemoWords): DemoCommand[] {
  const customers = demoCustomers(words)
  return [
    made('company', COMPANY, { ...DEMO_COMPANY, name: words.company }),
    daysOf(now, words),
    ...named('organisations', words.organisations, (id) => organisationOf(id, words)),
    ...named('departments', words.departments, () => ({})),
    ...named('people', words.people, (id) => ({ ...STAFF[id], ...emailOf(id) })),
    ...named('states', words.states, (id) => ({ hue: STATES[id], ...(DAYS[id] && { days: DAYS[id] }) })),
    ...named('kinds', words.kinds, (id, place) => ({ sort: KINDS[id].sort, place, states: tableOf(KINDS[id].states) })),
    ...named('reasons', words.reasons, (id, place) => ({
      hue: REASONS[id],
      place,
      ...(id === 'other' && { other: true }),
    })),
    ...named('sources', words.sources, (_, place) => ({ place })),
    ...named('units', words.units, (id) => ({ ...(UNIT_CODES[id] && { code: UNIT_CODES[id] }) })),
    ...named('priceTypes', words.priceTypes, (_, place) => ({ place })),
    ...named('productGroups', words.groups, (id, place) => ({ parent: GROUP_OF[id] ?? null, place })),
    ...named('products', words.products, (id) => productOf(id, words)),
    ...customers.map(([id, values]) => made('customers', id, values)),
    ...demoCounterparties(customers, now, words).map(([id, values]) => made('counterparties', id, values)),
    ...automation(words).map(([collection, id, values]) => made(collection, id, values)),
  ]
}

/** A company that was founded already is not made: its days are set. */
function daysOf(now: number, words: DemoWords): DemoCommand {
  const args = { id: COMPANY, days: specialDays(now, words) }
  return { command: 'setSpecialDays', args, person: null, at: FOUNDED }
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

/** Numbers by which the tax office knows the organisations; all digits add up, and its office 7800 gives out none of them. */
const OWN = {
  assol: { number: 901, requisites: requisitesOf(901) },
  gromova: { number: 902, requisites: { inn: '780000902048', ogrn: '316780000009028' } },
} as const

/** A legal person of the company, with its requisites. */
export function organisationOf(id: keyof DemoWords['organisations'], words: DemoWords): JsonObject {
  const { number, requisites } = OWN[id]
  return {
    fullName: words.fullNames[id],
    ...requisites,
    ...{ address: words.office, phone: '+7 812 555-01-00', email: 'office@assol.example' },
    ...words.heads[id],
    accounts: { [`main-${id}`]: { ...accountOf(number, words.bank), place: 'a0' } },
  }
}
