import { expect, test } from 'vitest'
import { customers } from '../customers/collections.ts'
import type { Lookup } from '../orders/order-item.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { Desk } from '../records/simulation/world/desk.ts'
import { events } from './collections.ts'
import { eventItem } from './event-item.ts'
import { endsTooEarly } from './standing.ts'

const [CALL, CUSTOMER] = ['call', 'customer'].map((name) => derivedId('common', START, 'test', name)) as [
  string,
  string,
]
const NOON = Date.UTC(2026, 10, 27, 12)
const LOOK: Lookup = {
  name: (_, id) => id && `«${id}»`,
  isGone: (collection) => collection === 'customers',
  customer: () => 'the main one',
  kind: () => null,
  hue: () => null,
  called: (collection) => (collection === 'orders' ? '№ 7' : null),
  days: () => null,
  now: NOON,
  exchange: () => ({ toCompany: (total) => total, rateAt: () => null }),
}

/** A call as lists show it. */
function shown(fields: object) {
  const desk = new Desk('A')
  desk.run((tx) => {
    tx.create(customers, CUSTOMER, { name: 'Assol', contacts: { anna: { name: 'Анна' } } })
    tx.create(events, CALL, { kind: 'call', customer: CUSTOMER, contact: 'anna', ...fields })
  })
  return eventItem(desk.row(events, CALL), desk.row(customers, CUSTOMER).contacts, LOOK)
}

test('an event names its customer as it is now, its contact, and what it was made from; what is removed is told', () => {
  expect(shown({ basis: `orders/${CALL}` })).toMatchObject({
    ...{ customer: 'the main one', contact: 'Анна', basis: '№ 7', basisOf: `orders/${CALL}`, removed: ['customer'] },
  })
  expect(shown({ basis: 'letters/x', contact: 'who was removed' })).toMatchObject({ basis: 'letters/x', contact: null })
})

test('it is overdue from its end on, or its beginning where it has no end, until it is done or called off', () => {
  const [before, after] = [NOON - 1, NOON + 1]
  const isOverdue = (fields: object) => shown(fields).overdue
  expect(isOverdue({ state: 'planned', start: before })).toBe(true)
  expect(isOverdue({ state: 'underway', start: before, end: before })).toBe(true)
  expect(isOverdue({ state: 'planned', start: before, end: after })).toBe(false)
  expect(isOverdue({ state: 'planned', start: after })).toBe(false)
  expect(isOverdue({ state: 'planned' })).toBe(false)
  for (const state of ['done', 'calledOff', null])
    expect(isOverdue({ state, start: before }), String(state)).toBe(false)
})

test('an event that ends before it begins is told of', () => {
  expect(endsTooEarly({ start: NOON, end: NOON - 1 })).toBe(true)
  expect(endsTooEarly({ start: NOON, end: NOON })).toBe(false)
  expect(endsTooEarly({ start: null, end: NOON })).toBe(false)
})
