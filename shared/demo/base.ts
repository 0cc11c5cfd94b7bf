import { generateNKeysBetween } from 'fractional-indexing'
import type { CollectionName } from '../collections.ts'
import { COMPANY } from '../company/collections.ts'
import type { Planned } from '../importing/planned.ts'
import type { JsonObject } from '../records/value.ts'
import { CATALOGUE } from './catalogue.ts'
import { CLIENTS } from './clients.ts'
import { clientId } from './order.ts'
import { KINDS, REASONS, STATES } from './process.ts'
import { DEMO_COMPANY, DEMO_USERS, DEPARTMENTS, ORGANISATIONS, STAFF } from './staff.ts'

/** The commands that make everything orders refer to. Ids are plain words, so twice is once. */
export function baseCommands(): Planned[] {
  return [
    made('company', COMPANY, DEMO_COMPANY),
    ...Object.entries(ORGANISATIONS).map(([id, values]) => made('organisations', id, values)),
    ...Object.entries(DEPARTMENTS).map(([id, name]) => made('departments', id, { name })),
    ...Object.entries(STAFF).map(([id, person]) => made('people', id, { ...person, ...emailOf(id) })),
    ...Object.entries(STATES).map(([id, [name, hue]]) => made('states', id, { name, hue })),
    ...kindCommands(),
    ...reasonCommands(),
    ...Object.entries(CATALOGUE).map(([id, product]) =>
      made('products', id, { ...product, price: product.price * 100, vat: 'none' }),
    ),
    ...CLIENTS.map((client, i) => made('customers', clientId(client.name), { ...client, ...contactsOf(i) })),
  ]
}

function made(collection: CollectionName, id: string, values: JsonObject): Planned {
  return { command: 'createRecord', args: { collection, id, values } }
}

function emailOf(person: string): JsonObject {
  const email = DEMO_USERS.find((user) => user.person === person)?.email
  return email === undefined ? {} : { email }
}

function kindCommands(): Planned[] {
  return Object.entries(KINDS).map(([id, { states, ...kind }], i) => {
    const places = generateNKeysBetween(null, null, states.length)
    const entries = states.map((state, n) => [state, { place: places[n] ?? null }] as const)
    return made('kinds', id, { ...kind, place: placeOf(i), states: Object.fromEntries(entries) })
  })
}

function reasonCommands(): Planned[] {
  return Object.entries(REASONS).map(([id, [name, hue]], i) =>
    made('reasons', id, { name, hue, place: placeOf(i), ...(id === 'other' && { other: true }) }),
  )
}

function placeOf(index: number): string | null {
  return generateNKeysBetween(null, null, index + 1)[index] ?? null
}

/** Numbers of the range that is set aside for examples, and addresses that lead nowhere. */
function contactsOf(index: number): JsonObject {
  const last = String(10 + index)
  return { phone: `+7 812 555-01-${last}`, email: `client${last}@assol.example` }
}
