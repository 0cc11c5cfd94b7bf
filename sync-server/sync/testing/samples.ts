import { COMMON } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { kinds, states } from '../../../shared/orders/collections.ts'
import type { NewOrder } from '../../../shared/orders/commands.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Author } from '../author.ts'

/** The kind and states that the tests' orders go through. */
export const KIND = 'kitchens'
export const STATES = ['new', 'measured', 'paid'] as const

/** The document, without the company, of orders made now. */
export const QUARTER = `orders/${COMMON}/${quarterOf(Date.now())}`

/** Writes the tests' kind and states into the setup document. */
export async function setUp(author: Author): Promise<void> {
  await author.write((tx) => {
    for (const id of STATES) tx.create(states, id, { name: id, hue: 100 })
    const entries = Object.fromEntries(STATES.map((id, i) => [id, { place: `a${i}` }]))
    tx.create(kinds, KIND, { name: 'Kitchens', sort: 'customer', states: entries })
  })
}

/** A new order. */
export function sampleOrder(change: Readonly<Record<string, Json>> = {}): NewOrder {
  return {
    id: newId(COMMON, Date.now()),
    fields: { sort: 'customer', note: 'a kitchen', ...change },
    lines: [{ text: 'table', quantity: 1000, price: 5000 }],
    start: { kind: KIND, state: 'new' },
  }
}
