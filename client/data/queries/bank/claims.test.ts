import { expect, test } from 'vitest'
import { company } from '../../../../shared/company/collections.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { invoices } from '../../../../shared/orders/invoices/collections.ts'
import { ORDER, type Shop, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { claims } from './claims.ts'

const [CUSTOMER, INTO, INVOICE] = ['customer', 'into', 'invoice'].map((key) =>
  derivedId('common', START, 'test', key),
) as [string, string, string]
const PAYMENT = ORDER.slice('common-'.length)

function came(shop: Shop, collection: Collection, id: string): Change {
  return { collection, id, before: null, after: shop.row(collection, id), origin: 'test' }
}

test('Y9: orders and invoices that wait for money, named by the customer that they mean now; payments that are entered', () => {
  const shop = shopWithOrder()
  shop.do('createRecord', { collection: 'company', id: 'company', values: { name: 'Ассоль', currency: 'RUB' } })
  shop.do('createRecord', { collection: 'customers', id: CUSTOMER, values: { name: 'Лютик' } })
  shop.do('createRecord', { collection: 'customers', id: INTO, values: { name: 'Ромашка', inn: '7707083893' } })
  shop.do('setOrder', { id: ORDER, fields: { customer: CUSTOMER, draft: 'ЗП-1' } })
  shop.do('postOrder', { id: ORDER, posted: true })
  shop.do('makeInvoice', { id: INVOICE, order: ORDER, fields: { draft: 'СЧ-1' } })
  shop.do('mergeCustomers', { ids: [CUSTOMER], into: INTO })
  const answer = (of: 'orders' | 'invoices', from = 0, to = 10) => {
    const directory = new Directory()
    directory.take([came(shop, company, 'company'), came(shop, customers, CUSTOMER), came(shop, customers, INTO)])
    directory.take([came(shop, orders, ORDER), came(shop, invoices, INVOICE)])
    return claims(directory, { what: 'claims', of, from, to })
  }
  const theirs = { order: ORDER, name: 'Ромашка', inn: '7707083893', due: 1_000 }
  expect(answer('orders')).toEqual({
    ...{ what: 'claims', count: 1, payments: [] },
    claims: [expect.objectContaining({ ...theirs, id: ORDER, number: 'ЗП-1' })],
  })
  expect(answer('invoices').claims).toMatchObject([{ ...theirs, id: INVOICE, number: 'СЧ-1' }])
  expect(answer('orders', 1)).toMatchObject({ count: 1, claims: [], payments: [] })
  const payment = { payment: PAYMENT, order: ORDER, invoice: null, sum: 1_000, date: '2026-10-05', comment: '' }
  shop.do('takeStatement', { payments: [payment] })
  expect(answer('orders')).toMatchObject({ claims: [], payments: [{ payment: PAYMENT, number: 'ЗП-1' }] })
  expect(answer('invoices').claims).toEqual([])
})

test('Y9, S4: an order in roubles waits for money where the company names no currency', () => {
  const shop = shopWithOrder()
  shop.do('setOrder', { id: ORDER, fields: { currency: 'RUB' } })
  shop.do('postOrder', { id: ORDER, posted: true })
  const directory = new Directory()
  directory.take([came(shop, orders, ORDER)])
  expect(claims(directory, { what: 'claims', of: 'orders', from: 0, to: 10 }).claims).toMatchObject([{ id: ORDER }])
})
