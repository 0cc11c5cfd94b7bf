import { expect, test } from 'vitest'
import { customers } from '../../../../shared/customers/collections.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { invoices } from '../../../../shared/orders/invoices/collections.ts'
import { makeOrder, ORDER, OTHER, type Shop, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { aboutCustomer } from './about-customer.ts'
import { Twins } from './twins.ts'

const [A, B, C, INVOICE] = ['a', 'b', 'c', 'invoice'].map((key) => derivedId('common', START, 'test', key)) as [
  string,
  string,
  string,
  string,
]

const DAY = '2026-10-05'

/** A shop with two customers of one phone, an order of each, and a card that follows what is done. */
function stage(of: string) {
  const shop = shopWithOrder()
  makeOrder(shop, OTHER)
  shop.do('createRecord', { collection: 'customers', id: A, values: { name: 'Ромашка', phone: '89161234567' } })
  shop.do('createRecord', { collection: 'customers', id: B, values: { name: 'Лютик', phone: '+7 916 123-45-67' } })
  shop.do('createRecord', { collection: 'customers', id: C, values: { name: 'Клевер' } })
  for (const [id, customer] of [
    [ORDER, A],
    [OTHER, B],
  ] as const)
    shop.do('setOrder', { id, fields: { customer } })
  const directory = new Directory()
  const twins = new Twins(directory)
  const query = { what: 'customer', id: of } as const
  const take = () => twins.take(directory.take(all(shop)))
  take()
  const answer = () => aboutCustomer(directory, twins, query)
  const afresh = () => {
    const other = new Directory()
    other.take(all(shop))
    return aboutCustomer(other, new Twins(other), query)
  }
  return { shop, answer, take, afresh }
}

/** All customers and orders as they stand, in the shape of changes. */
function all(shop: Shop): Change[] {
  const change = (collection: Collection, id: string): Change => {
    const after = shop.device.open(collection, id).records(collection).get(id) ?? null
    return { collection, id, before: null, after, origin: 'test' }
  }
  return [
    ...[A, B, C].map((id) => change(customers, id)),
    ...[ORDER, OTHER].map((id) => change(orders, id)),
    change(invoices, INVOICE),
  ]
}

test('B8, M10: debts on the card follow shipments, payments and whose an order is, as summed afresh', () => {
  const { shop, answer, take, afresh } = stage(A)
  const expectDebts = (debts: readonly object[]) => {
    take()
    expect(answer()).toEqual(afresh())
    expect(answer().debts).toEqual(debts)
  }
  const of = { customer: A, currency: null }
  expectDebts([{ ...of, sold: 0, paid: 0, toUs: 0, byUs: 0 }])
  shop.do('postOrder', { id: ORDER, posted: true })
  shop.do('ship', { id: ORDER, date: DAY })
  expectDebts([{ ...of, sold: 1_000, paid: 0, toUs: 1_000, byUs: 0 }])
  shop.do('takePayment', { id: ORDER, sum: 1_300, way: 'bank', date: DAY })
  expectDebts([{ ...of, sold: 1_000, paid: 1_300, toUs: 0, byUs: 300 }])
  shop.do('setOrder', { id: ORDER, fields: { customer: B } })
  expectDebts([])
})

test('B1, B5: merged, both are one with the debts of both, and offered no more; taken apart, as before', () => {
  const { shop, answer, take } = stage(B)
  shop.do('postOrder', { id: ORDER, posted: true })
  shop.do('ship', { id: ORDER, date: DAY })
  take()
  const before = answer()
  expect(before).toMatchObject({ into: null, merged: [], alike: [{ id: A, by: ['phone'], name: 'Ромашка' }] })
  expect(before.debts).toMatchObject([{ sold: 0 }])
  shop.do('mergeCustomers', { ids: [A], into: B })
  take()
  expect(answer()).toMatchObject({ into: null, merged: [{ id: A }], alike: [] })
  expect(answer().debts).toMatchObject([{ customer: B, sold: 1_000 }])
  shop.do('splitCustomer', { id: A })
  take()
  expect(answer()).toEqual(before)
})

test('B1: debts, invoices and who was merged are followed along chains, also of what names the first of them later', () => {
  const { shop, answer, take } = stage(C)
  shop.do('postOrder', { id: ORDER, posted: true })
  shop.do('ship', { id: ORDER, date: DAY })
  shop.do('mergeCustomers', { ids: [A], into: B })
  shop.do('mergeCustomers', { ids: [B], into: C })
  shop.do('setOrder', { id: OTHER, fields: { customer: A } })
  shop.do('makeInvoice', { id: INVOICE, order: OTHER, fields: { draft: 'Ч-1' } })
  take()
  expect(answer()).toMatchObject({
    merged: [{ id: A }, { id: B }],
    debts: [{ customer: C, sold: 1_000 }],
    invoices: [{ id: INVOICE, number: 'Ч-1' }],
  })
  shop.do('splitCustomer', { id: B })
  take()
  expect(answer()).toMatchObject({ merged: [], debts: [], invoices: [] })
})

test('B1: the card of one that was merged says into which', () => {
  const { shop, answer, take } = stage(A)
  shop.do('mergeCustomers', { ids: [A], into: B })
  take()
  expect(answer()).toMatchObject({ into: { id: B, name: 'Лютик' }, merged: [], alike: [] })
})

test('B5: all that may be one, as sets, so many as are asked for', () => {
  const { shop } = stage(A)
  const directory = new Directory()
  directory.take(all(shop))
  const twins = new Twins(directory)
  const sets = [{ id: `${A} ${B}`, by: ['phone'], of: [{ id: A }, { id: B }] }]
  expect(twins.all({ what: 'duplicates', to: 10 })).toMatchObject({ isWhole: true, count: 1, sets })
  expect(twins.all({ what: 'duplicates', to: 0 })).toMatchObject({ count: 1, sets: [] })
})
