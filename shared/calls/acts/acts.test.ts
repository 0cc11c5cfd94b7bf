import { expect, test } from 'vitest'
import { customers } from '../../customers/collections.ts'
import { events } from '../../events/collections.ts'
import { Shop } from '../../orders/testing/shop.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import { calls, callsAside } from '../collections.ts'
import { eventOfCall } from './call-event.ts'
import { asideId } from './taking.ts'

const idOf = (name: string) => derivedId('common', START, 'test', name)
const [CALL, OTHER, CUSTOMER] = [idOf('call'), idOf('other'), idOf('customer')]
const RANG = { direction: 'in', state: 'talking', number: '+74952321320', rang: START, answered: START + 9000 } as const

function shopWithCalls(name = 'A') {
  const shop = new Shop(name)
  shop.run((tx) => {
    for (const id of [CALL, OTHER]) tx.create(calls, id, RANG)
  })
  return shop
}

test('CD10: a call is taken by one person, once or twice; another one is told, and nothing is written', () => {
  const [one, other] = [shopWithCalls(), new Shop('B')]
  exchange(one, other)
  one.do('takeCall', { id: CALL })
  exchange(one, other)
  const taken = one.row(calls, CALL)
  expect(taken.takenBy).not.toBeNull()
  expect(one.refusal('takeCall', { id: CALL })).toBeNull()
  expect(other.refusal('takeCall', { id: CALL })).toBe('call-taken')
  expect(other.row(calls, CALL)).toMatchObject({ takenBy: taken.takenBy, taken: taken.taken })
})

test('CD23: who takes a call up says what it is about, unless it is said; it is forgotten where it turns out to be another’s', () => {
  const shop = shopWithCalls()
  const bind = (customer: string) => shop.do('bindCalls', { ids: [CALL], customer, contact: null })
  const orderOf = () => shop.row(calls, CALL).order
  for (const order of ['o1', 'o2']) {
    shop.do('takeCall', { id: CALL, order })
    expect(orderOf()).toBe('o1')
  }
  bind(CUSTOMER)
  expect(orderOf()).toBe('o1')
  bind(idOf('other customer'))
  expect(orderOf()).toBeNull()
})

test('CD12: two desks make one event of a call, with what the call says of it', () => {
  const [one, other] = [shopWithCalls(), new Shop('B')]
  exchange(one, other)
  const whom = { customer: CUSTOMER, contact: 'anna' }
  for (const desk of [one, other])
    expect(desk.answer('makeCallEvent', { id: CALL, subject: 'Входящий звонок', ...whom })).toBe(eventOfCall(CALL))
  exchange(one, other)
  expect(one.row(events, eventOfCall(CALL))).toMatchObject({
    ...{ kind: 'call', state: 'done', direction: 'in', address: '+7 495 232 13 20', ...whom },
    ...{ start: START + 9000, end: null, basis: `calls/${CALL}`, subject: 'Входящий звонок' },
  })
  expect(one.row(calls, CALL)).toMatchObject({ event: eventOfCall(CALL), ...whom })
  expect(one.row(events, eventOfCall(CALL))).toEqual(other.row(events, eventOfCall(CALL)))
})

test('CD12: what stands in the event stays, and one that was removed comes back', () => {
  const shop = shopWithCalls()
  const make = () => shop.do('makeCallEvent', { id: CALL, subject: 'Звонок' })
  make()
  const event = { collection: 'events', id: eventOfCall(CALL) } as const
  shop.do('setRecord', { ...event, values: { subject: 'Замер' } })
  shop.do('removeRecord', event)
  make()
  expect(shop.row(events, event.id)).toMatchObject({ gone: false, subject: 'Замер' })
})

test('CD13: whoever calls becomes a customer with the number, and the other calls and their events are theirs', () => {
  const shop = shopWithCalls()
  shop.do('makeCallEvent', { id: OTHER, subject: 'Звонок' })
  shop.do('makeCaller', { ids: [CALL, OTHER], customer: CUSTOMER, name: 'Ассоль', number: '+7 495 232 13 20' })
  expect(shop.row(customers, CUSTOMER)).toMatchObject({ name: 'Ассоль', phone: '+7 495 232 13 20' })
  for (const id of [CALL, OTHER]) expect(shop.row(calls, id).customer).toBe(CUSTOMER)
  expect(shop.row(events, eventOfCall(OTHER)).customer).toBe(CUSTOMER)
})

test('CD13: a customer that is there has the number from now on, beside the one that it had', () => {
  const shop = shopWithCalls()
  shop.run((tx) => tx.create(customers, CUSTOMER, { name: 'Ассоль' }))
  for (const number of ['+7 495 232 13 20', '+7 495 232 13 21'])
    shop.do('makeCaller', { ids: [CALL], customer: CUSTOMER, name: null, number })
  expect(shop.row(customers, CUSTOMER)).toMatchObject({
    ...{ name: 'Ассоль', phone: '+7 495 232 13 20', phones: [{ contact: null, number: '+7 495 232 13 21' }] },
  })
  expect(shop.row(calls, CALL).customer).toBe(CUSTOMER)
})

test('CD14: a note stands in the call and its event, until somebody has written otherwise there', () => {
  const shop = shopWithCalls()
  const note = (text: string) => shop.do('noteCall', { id: CALL, note: text })
  const told = () => shop.row(events, eventOfCall(CALL)).text
  note('Кухня')
  shop.do('makeCallEvent', { id: CALL, subject: 'Звонок' })
  note('Кухня, 3 м')
  expect(told()).toBe('Кухня, 3 м')
  shop.do('setRecord', { collection: 'events', id: eventOfCall(CALL), values: { text: 'Кухня белая' } })
  note('Кухня, 4 м')
  expect([told(), shop.row(calls, CALL).note]).toEqual(['Кухня белая', 'Кухня, 4 м'])
})

test('CD15: a number that is to be dialled is a call that is asked for; of an event that is not there it is refused', () => {
  const shop = new Shop('A')
  const dialled = { id: CALL, number: '+74952321320', phone: 'mine', customer: CUSTOMER }
  expect(shop.refusal('dialNumber', { ...dialled, event: OTHER })).toBe('record-missing')
  shop.do('dialNumber', dialled)
  expect(shop.row(calls, CALL)).toMatchObject({ direction: 'out', state: 'asked', phone: 'mine', customer: CUSTOMER })
})

test('CD11: a window that was put aside is so for its person alone, and twice is once', () => {
  const shop = shopWithCalls()
  for (let times = 0; times < 2; times++) shop.do('putCallAside', { id: asideId('u1', CALL) })
  expect(shop.row(callsAside, asideId('u1', CALL)).at).toBeGreaterThan(0)
})
