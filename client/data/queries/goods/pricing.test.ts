import { expect, test } from 'vitest'
import { productGroups, products } from '../../../../shared/goods/collections.ts'
import { Shop } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import { Directory } from '../directory.ts'
import { pricing } from './pricing.ts'

const RULE = { from: { priceType: null }, percent: 10_00, sum: 0, step: 1, way: 'half' } as const
const SETTING = { priceType: 'retail', date: '2026-11-27', rule: RULE }

/** Goods in a group, in one below it, and in none; one has no price, one is removed. */
function stage(): Directory {
  const shop = new Shop('A')
  const add = (collection: 'products' | 'productGroups', id: string, values: Record<string, string | number>) =>
    shop.do('createRecord', { collection, id, values: { name: id, ...values } })
  add('productGroups', 'kitchens', {})
  add('productGroups', 'doors', { parent: 'kitchens' })
  add('products', 'loft', { price: 100_00, group: 'kitchens' })
  add('products', 'door', { price: 50_00, group: 'doors' })
  add('products', 'work', { price: 10_00 })
  add('products', 'free', {})
  add('products', 'old', { price: 1_00 })
  shop.do('removeRecord', { collection: 'products', id: 'old' })
  const directory = new Directory()
  const change = (collection: Collection, id: string): Change => {
    const after = shop.device.open(collection, id).records(collection).get(id) ?? null
    return { collection, id, before: null, after, origin: 'test' }
  }
  directory.take([
    ...['kitchens', 'doors'].map((id) => change(productGroups, id)),
    ...['loft', 'door', 'work', 'free', 'old'].map((id) => change(products, id)),
  ])
  return directory
}

test('N6: what a setting would do is counted over all goods here, and only so many are handed over', () => {
  const directory = stage()
  const answer = pricing(directory, { what: 'pricing', setting: SETTING, group: null, shown: 1 })
  expect(answer).toMatchObject({ total: 4, count: 4, counts: { set: 3, same: 0, left: 1 }, ids: [] })
  expect(answer.rows).toMatchObject([{ name: 'loft', change: { was: null, price: 110_00 } }])
})

test('N6: of a group it takes in what is below it; before it is filled in it changes nothing, and still says whose it is', () => {
  const directory = stage()
  const of = { what: 'pricing', group: 'kitchens', shown: 50 } as const
  expect(pricing(directory, { ...of, setting: SETTING }).rows.map(({ id }) => id)).toEqual(['loft', 'door'])
  const unfilled = pricing(directory, { ...of, setting: null, withIds: true })
  expect(unfilled).toMatchObject({ count: 0, rows: [], ids: ['loft', 'door'] })
})
