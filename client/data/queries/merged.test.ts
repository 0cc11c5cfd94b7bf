import { expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { ORDER, type Shop, shopWithOrder } from '../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { START } from '../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from './directory.ts'
import { matcher } from './matching.ts'

const [A, B] = ['a', 'b'].map((key) => derivedId('common', START, 'test', key)) as [string, string]

/** A shop whose order is of «Ромашка», and «Ромашка ООО» with a phone of a contact. */
function shopWithTwo(): Shop {
  const shop = shopWithOrder()
  const phones = { p1: { number: '8 (916) 123-45-67', place: 'a0' } }
  shop.do('createRecord', { collection: 'customers', id: A, values: { name: 'Ромашка' } })
  shop.do('createRecord', { collection: 'customers', id: B, values: { name: 'Ромашка ООО', segment: 'опт', phones } })
  shop.do('setOrder', { id: ORDER, fields: { customer: A } })
  return shop
}

function read(shop: Shop) {
  const directory = new Directory()
  const hold = (collection: Collection, id: string) => directory.hold(collection, [shop.row(collection, id)])
  for (const id of [A, B]) hold(customers, id)
  hold(orders, ORDER)
  const found = (search: string) => {
    const fits = matcher(directory, { collection: 'customers', filter: [], search })
    return [A, B].filter((id) => fits(directory.item('customers', id) ?? { id }))
  }
  return { order: directory.item('orders', ORDER), found }
}

test('B1: lists show orders of a merged customer as the other’s, and that one alone; undone, both as before', () => {
  const shop = shopWithTwo()
  expect(read(shop).order).toMatchObject({ customer: A, customerName: 'Ромашка' })
  expect(read(shop).found('')).toEqual([A, B])
  const act = shop.do('mergeCustomers', { ids: [A], into: B })
  expect(read(shop).order).toMatchObject({ customer: B, customerName: 'Ромашка ООО', removed: [] })
  expect(read(shop).order?.missing).not.toContain('customer')
  expect(read(shop).found('')).toEqual([B])
  shop.do('undoAct', { act })
  expect(read(shop).order).toMatchObject({ customer: A, customerName: 'Ромашка' })
  expect(read(shop).found('')).toEqual([A, B])
})

test('B6: a list is searched by a phone of a contact, however it is spelled', () => {
  const { found } = read(shopWithTwo())
  for (const typed of ['+7 916 123-45-67', '89161234567', '916 123', '8 (916) 123'])
    expect(found(typed), typed).toEqual([B])
  expect(found('8 917')).toEqual([])
})
