import { expect, test } from 'vitest'
import { customers } from '../../../../shared/customers/collections.ts'
import { kinds, orders } from '../../../../shared/orders/collections.ts'
import { invoices } from '../../../../shared/orders/invoices/collections.ts'
import { ORDER, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { matcher } from '../matching.ts'

const [CUSTOMER, INVOICE] = ['customer', 'invoice'].map((key) => derivedId('common', START, 'test', key)) as [
  string,
  string,
]

/** An order of «Ромашка», with its invoice, and which searches find each of them. */
function shop() {
  const desk = shopWithOrder()
  desk.do('createRecord', { collection: 'customers', id: CUSTOMER, values: { name: 'Ромашка', type: 'company' } })
  const terms = {
    vatMode: 'onTop',
    shipment: '2031-05-17',
    priceType: 'wholesale',
    basis: `customers/${CUSTOMER}`,
  } as const
  desk.do('setOrder', { id: ORDER, fields: { customer: CUSTOMER, note: 'Окна во двор', ...terms } })
  desk.do('makeInvoice', { id: INVOICE, order: ORDER, fields: { account: 'vtb1', due: '2031-05-17' } })
  const directory = new Directory()
  const hold = (collection: Collection, id: string) => directory.hold(collection, [desk.row(collection, id)])
  hold(kinds, 'kitchens')
  hold(customers, CUSTOMER)
  hold(orders, ORDER)
  hold(invoices, INVOICE)
  return (collection: 'orders' | 'invoices' | 'customers', id: string) => (search: string) =>
    matcher(directory, { collection, filter: [], search })(directory.item(collection, id) ?? { id })
}

test('a list is searched by what people read of a record: its texts, and the names of what it refers to', () => {
  const found = shop()('orders', ORDER)
  expect(['ромаш', 'Kitchens', 'во ДВОР', 'ромашка окна'].map(found)).toEqual([true, true, true, true])
  expect(found('ромашка крыша')).toBe(false)
})

test('ids, words of the program and days as they are kept find nothing', () => {
  const found = shop()
  const kept = [ORDER, CUSTOMER, 'onTop', 'wholesale', 'customers/', '2031']
  expect(kept.filter(found('orders', ORDER)), 'an order').toEqual([])
  expect([ORDER, CUSTOMER, 'not', 'vtb1', 'customer', '2031'].filter(found('invoices', INVOICE)), 'an invoice').toEqual(
    [],
  )
  expect(['company', CUSTOMER].filter(found('customers', CUSTOMER)), 'a customer').toEqual([])
})

test('what was typed in the other layout is found', () => {
  const found = shop()('orders', ORDER)
  expect(['hjvfirf', 'лшесрути'].map(found)).toEqual([true, false])
  expect(['hjvfirf jryf', 'hjvfirf окна'].map(found), 'all of it in the one or the other').toEqual([true, false])
})
