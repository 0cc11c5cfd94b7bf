import { expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { columnsOf } from '../../../../shared/columns/columns.ts'
import { makeOrder, ORDER, OTHER, type Shop, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { placesOf } from './places.ts'
import { usesOf } from './uses.ts'

const CUSTOMER = derivedId('common', START, 'test', 'customer')
const HELD: readonly [CollectionName, readonly string[]][] = [
  ['customers', [CUSTOMER]],
  ['sources', ['site']],
  ['units', ['piece']],
  ['currencies', ['euro']],
  ['priceTypes', ['retail']],
  ['projects', ['spring']],
  ['products', ['table']],
]

function shopWithUses(): Shop {
  const shop = shopWithOrder()
  makeOrder(shop, OTHER)
  const make = (collection: CollectionName, id: string, values: JsonObject) =>
    shop.do('createRecord', { collection, id, values })
  make('sources', 'site', { name: 'Сайт "Мебель"' })
  make('units', 'piece', { name: 'шт' })
  make('currencies', 'euro', { code: 'EUR' })
  make('priceTypes', 'retail', { name: 'Розница', currency: 'EUR' })
  make('projects', 'spring', { name: 'Весна' })
  make('products', 'table', { name: 'Стол', unit: 'шт', prices: { p1: { priceType: 'retail', price: 1 } } })
  make('customers', CUSTOMER, { name: 'Ассоль', source: 'Сайт "Мебель"' })
  for (const id of [ORDER, OTHER]) shop.do('setOrder', { id, fields: { source: 'Сайт "Мебель"', project: 'spring' } })
  shop.do('setOrder', { id: ORDER, fields: { currency: 'EUR' } })
  return shop
}

function usesIn(shop: Shop, stands: boolean) {
  const directory = new Directory()
  const rowsIn = (collection: Collection, ids: readonly string[]) => ids.map((id) => shop.row(collection, id))
  for (const [name, ids] of HELD) directory.hold(COLLECTIONS[name], rowsIn(COLLECTIONS[name], ids))
  const orders = rowsIn(COLLECTIONS.orders, [ORDER, OTHER])
  if (stands)
    directory.stand(
      columnsOf([COLLECTIONS.orders], () => orders),
      true,
    )
  else directory.hold(COLLECTIONS.orders, orders)
  return (collection: CollectionName, id: string) => {
    const { uses } = usesOf(directory, { what: 'uses', collection, ids: [id] })
    return Object.fromEntries(uses.map((one) => [one.collection, one.count]))
  }
}

test.each([false, true])('S6: it is told in how many records each stands; orders from columns: %s', (stands) => {
  const shop = shopWithUses()
  const told = (collection: CollectionName, id: string) => usesIn(shop, stands)(collection, id)
  expect(told('sources', 'site')).toEqual({ orders: 2, customers: 1 })
  expect(told('projects', 'spring')).toEqual({ orders: 2 })
  expect(told('currencies', 'euro')).toEqual({ orders: 1, priceTypes: 1 })
  expect(told('units', 'piece')).toEqual({ products: 1 })
  expect(told('priceTypes', 'retail')).toEqual({ products: 1 })
  expect(told('kinds', 'kitchens')).toEqual({ orders: 2 })
  expect(told('people', 'nobody')).toEqual({})
  shop.do('removeRecord', { collection: 'orders', id: OTHER })
  expect(told('sources', 'site')).toEqual({ orders: 1, customers: 1 })
})

test('S6: every declared reference is a place, those of entries and of added fields too', () => {
  const added = { name: 'custom_a', of: 'orders', type: 'reference', field: { ...COLLECTIONS.orders.fields.project } }
  const places = placesOf('projects', 'orders', [added as unknown as Parameters<typeof placesOf>[2][number]])
  expect(places.map(({ field }) => field)).toEqual(['project', 'custom_a'])
  const lines = { list: 'lines', field: 'priceType', by: 'id' }
  expect(placesOf('priceTypes', 'orders', [])).toContainEqual(lines)
})
