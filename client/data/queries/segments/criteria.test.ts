import { afterEach, expect, test } from 'vitest'
import { counterparties } from '../../../../shared/counterparties/collections.ts'
import { counterpartyId } from '../../../../shared/counterparties/counterparty-id.ts'
import { declare } from '../../../../shared/custom/testing/declare.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import type { Filter, FilterNode } from '../../../../shared/filters/filter.ts'
import { writeFilter } from '../../../../shared/filters/text.ts'
import { productGroups, products } from '../../../../shared/goods/collections.ts'
import { mailingConsents } from '../../../../shared/mailings/collections.ts'
import { consentId } from '../../../../shared/mailings/consent-id.ts'
import { completing, lineOf, paymentOf, shipmentOf } from '../../../../shared/movements/testing/order.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { moveOf, NOW, rowOf } from '../../../../shared/rules/testing/made.ts'
import { segments as segmentRows } from '../../../../shared/segments/collections.ts'
import { DAY_MS } from '../../../../shared/time/days.ts'
import { matcher } from '../matching.ts'
import { device, members, rowOfOrder } from './testing/device.ts'

afterEach(() => declare())

type Device = ReturnType<typeof device>

function withCustomers(all: { readonly [id: string]: object }): Device {
  const made = device()
  for (const [id, values] of Object.entries(all)) made.take(customers, rowOf(customers, id, { name: id, ...values }))
  return made
}

/** An order of `a` in which two tables were sold for 100 roubles each. */
function soldTo(customer: string, values: object = {}) {
  const line = lineOf({ id: 'l', product: 'table', quantity: 2000, price: 100_00 })
  const shipment = shipmentOf({ id: 's', line: 'l', quantity: 2000, sum: 200_00, vatSum: 0, at: NOW - DAY_MS })
  const moves = [moveOf('first', { state: 'new', at: NOW - 9 * DAY_MS })]
  const dealt = { sort: 'customer', posted: true, customer, date: NOW - 40 * DAY_MS, moves }
  return rowOf(orders, `order-${customer}`, { ...dealt, lines: [line], shipments: [shipment], ...values })
}

const is = (field: string, comparison: string, ...values: (string | number | boolean)[]): Filter => [
  { field, is: comparison, values } as FilterNode,
]

test('SG2: criteria name fields of the customer, its own and added ones, what its facts come to, RFM and reach', () => {
  declare({ id: 'custom_floor', name: 'Floor', type: 'number' })
  const { take, segments } = withCustomers({
    a: { type: 'company', custom_floor: 3, email: 'a@a.example' },
    b: { type: 'person', mergedInto: null },
    old: { type: 'company', custom_floor: 9, mergedInto: 'b' },
  })
  take(productGroups, rowOf(productGroups, 'furniture', { name: 'Furniture' }))
  take(productGroups, rowOf(productGroups, 'tables', { name: 'Tables', parent: 'furniture' }))
  take(products, rowOf(products, 'table', { name: 'Table', group: 'tables' }))
  take(orders, soldTo('a'))
  take(orders, soldTo('old'))
  const meant = (...of: Parameters<typeof is>) => members(segments, is(...of))
  expect(meant('type', 'equal', 'company')).toEqual(['a'])
  expect(meant('custom_floor', 'atLeast', 3)).toEqual(['a'])
  expect(meant('orders.count', 'equal', 1)).toEqual(['a', 'b'])
  expect(meant('debts.toUs', 'equal', 200_00)).toEqual(['a', 'b'])
  expect(meant('bought.product', 'in', 'table')).toEqual(['a', 'b'])
  expect(meant('bought.group', 'in', 'furniture')).toEqual(['a', 'b'])
  expect(meant('rfm.frequency', 'equal', 5)).toEqual(['a', 'b'])
  expect(meant('reach.letters', 'equal', 'reached')).toEqual(['a'])
})

test('SG4: an order says its total and what is owed of it on its day, how it stands, and its payments on theirs', () => {
  const paid = paymentOf({ id: 'p', sum: 50_00, at: NOW - 2 * DAY_MS })
  const refunded = paymentOf({ id: 'r', kind: 'refund', sum: 20_00, at: NOW - DAY_MS })
  const undone = paymentOf({ id: 'u', sum: 99_00, at: NOW })
  const undoing = paymentOf({ id: 'v', kind: null, undoes: 'u' })
  const { take, segments } = withCustomers({ a: {}, b: {}, c: {} })
  take(orders, soldTo('a', { payments: [paid, refunded, undone, undoing] }))
  take(orders, soldTo('b', { posted: false, payments: [paid] }))
  take(orders, soldTo('c', { shipments: [], moves: [moveOf('first', { state: 'new' }), completing('cancelled')] }))
  const meant = (...of: Parameters<typeof is>) => members(segments, is(...of))
  expect(meant('orders.sum', 'equal', 200_00)).toEqual(['a', 'b'])
  expect(meant('orders.since', 'equal', 40)).toEqual(['a', 'b'])
  expect(meant('orders.open', 'equal', 1)).toEqual(['a', 'b'])
  expect(meant('orders.lostSum', 'equal', 200_00)).toEqual(['c'])
  expect(meant('debts.toUs', 'equal', 170_00)).toEqual(['a'])
  expect(meant('payments.sum', 'equal', 30_00)).toEqual(['a'])
  expect(meant('payments.count', 'equal', 2)).toEqual(['a'])
  expect(meant('payments.since', 'equal', 1)).toEqual(['a'])
  expect(meant('payments.sum@last.2', 'equal', -20_00)).toEqual(['a'])
})

test('RK7: criteria name how a company is weighed by its INN, and follow what is said of it', () => {
  const [fine, bad] = ['7707083893', '7736050003']
  const { directory, take, segments } = withCustomers({
    fine: { inn: fine },
    bad: { inn: `${bad} ` },
    none: {},
    wrong: { inn: '1' },
  })
  const say = (inn: string, values: object) =>
    take(
      counterparties,
      rowOf(counterparties, counterpartyId(inn), { inn, checked: NOW - DAY_MS, head: 'X', ...values }),
    )
  const level = (of: string) => members(segments, is('risk.level', 'equal', of))
  const listed = (of: string) => {
    const matches = matcher(directory, { collection: 'customers', filter: is('risk', 'equal', of), search: '' })
    return [...directory.rows('customers').keys()]
      .filter((id) => matches(directory.item('customers', id) as never))
      .toSorted()
  }
  expect([level('notKnown'), level('danger')]).toEqual([['bad', 'fine'], []])
  say(fine, { state: 'acting' })
  say(bad, { state: 'bankrupt' })
  expect([level('quiet'), level('danger'), level('notKnown')]).toEqual([['fine'], ['bad'], []])
  expect([listed('quiet'), listed('danger'), listed('notKnown')]).toEqual([['fine'], ['bad'], []])
  expect(members(segments, is('risk.state', 'in', 'bankrupt'))).toEqual(['bad'])
  take(orders, rowOf(orders, 'o', { customer: 'bad' }))
  const ofBad = matcher(directory, { collection: 'orders', filter: is('customer.risk', 'equal', 'danger'), search: '' })
  expect(ofBad(directory.item('orders', 'o') as never)).toBe(true)
  say(bad, { state: 'acting' })
  expect([level('quiet'), level('danger')]).toEqual([['bad', 'fine'], []])
})

test('SG8: letters reach whom one address is not refused of; agreed is what was said last of any address', () => {
  const refused = 'b@b.example 550 no such user'
  const { take, segments } = withCustomers({
    none: { phone: '+7 916 123-45-67' },
    dead: { email: 'B@b.example', emailRefused: refused },
    half: { email: 'b@b.example', emailRefused: refused, emails: [{ id: 'e', email: 'h@h.example', refused: null }] },
    anew: { email: 'new@b.example', emailRefused: refused },
  })
  const say = (way: 'letter' | 'sms', to: string, values: object) =>
    take(mailingConsents, rowOf(mailingConsents, consentId(way, to), { way, to, ...values }))
  const meant = (...of: Parameters<typeof is>) => members(segments, is(...of))
  const reached = (how: string) => meant('reach.letters', 'equal', how)
  expect([reached('hasNone'), reached('bounces'), reached('reached')]).toEqual([['none'], ['dead'], ['anew', 'half']])
  expect(meant('reach.phone', 'equal', true)).toEqual(['none'])

  const agreed = () => ['agreed', 'withdrawn', 'notAsked'].map((how) => meant('reach.letterConsent', 'equal', how))
  expect(agreed()).toEqual([[], [], ['anew', 'dead', 'half', 'none']])
  say('letter', 'new@b.example', { given: 1 })
  say('letter', 'b@b.example', { given: 1, withdrawn: 2 })
  expect(agreed()).toEqual([['anew'], ['dead', 'half'], ['none']])
  say('letter', 'h@h.example', { given: 3 })
  say('letter', 'new@b.example', { given: 1, withdrawn: 4 })
  expect(agreed()).toEqual([['half'], ['anew', 'dead'], ['none']])
  say('letter', 'new@b.example', { given: 5, withdrawn: 4 })
  say('letter', 'h@h.example', { given: 3, gone: true })
  expect(agreed()).toEqual([['anew'], ['dead', 'half'], ['none']])
  say('letter', 'h@h.example', { given: 3 })
  say('sms', '+79161234567', { given: 1 })
  expect(agreed()[0]).toEqual(['anew', 'half'])
  expect(meant('reach.smsConsent', 'equal', 'agreed')).toEqual(['none'])
})

test('SG9: each member is told with the criteria that it meets, in their order; those of «none of» say nothing', () => {
  const { take, segments } = withCustomers({ a: { type: 'company', note: 'x' }, b: { type: 'person' } })
  take(orders, soldTo('a'))
  take(orders, soldTo('b'))
  const criteria: Filter = [
    { join: 'not', of: [{ field: 'note', is: 'contains', values: ['zzz'] }] },
    { field: 'orders.sum', is: 'more', values: [100_00] },
    { field: 'name', is: 'filled', values: [], off: true },
    {
      join: 'or',
      of: [
        { field: 'type', is: 'equal', values: ['company'] },
        { field: 'orders.count', is: 'equal', values: [1] },
      ],
    },
  ]
  const { first } = segments.criteria({ what: 'criteria', criteria: writeFilter(criteria), first: 9 })
  expect(first.map(({ id, because }) => [id, because])).toEqual([
    [
      'a',
      [
        { field: 'orders.sum', value: 200_00 },
        { field: 'type', value: 'company' },
        { field: 'orders.count', value: 1 },
      ],
    ],
    [
      'b',
      [
        { field: 'orders.sum', value: 200_00 },
        { field: 'orders.count', value: 1 },
      ],
    ],
  ])
})

test('SG10: lists of customers and of orders are filtered by segments, and told where customers come or go', () => {
  const { directory, write, take, segments } = withCustomers({ a: {}, b: {} })
  const regular = { name: 'Regular', sort: 'liveSegment', criteria: writeFilter(is('orders.count', 'atLeast', 1)) }
  take(segmentRows, rowOf(segmentRows, 'regular', regular))
  const drawn = { ago: 1, total: 5, customer: 'a', end: null, gone: false } as const
  take(orders, rowOfOrder('1', drawn))
  const listed = (collection: 'customers' | 'orders', field: string) => {
    const matches = matcher(directory, { collection, filter: is(field, 'in', 'regular'), search: '' })
    return [...directory.rows(collection).keys()].filter((id) => matches(directory.item(collection, id) ?? { id }))
  }
  expect(listed('customers', 'inSegment')).toEqual(['a'])
  expect(listed('orders', 'customer.inSegment')).toEqual(['1'])

  const unmoved = write(orders, rowOfOrder('1', { ...drawn, total: 7 }))
  expect(segments.takeAndTell(unmoved)).toBe(unmoved)
  const told = segments.takeAndTell(write(orders, rowOfOrder('1', { ...drawn, customer: 'b' })))
  expect([told.get('customers'), told.get('orders')]).toEqual([new Set(['a', 'b']), 'all'])
  expect([listed('customers', 'inSegment'), listed('orders', 'customer.inSegment')]).toEqual([['b'], ['1']])
})
