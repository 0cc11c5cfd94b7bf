import { expect, test } from 'vitest'
import { orders, states } from '../../../shared/orders/collections.ts'
import { ORDER, shopWithOrder } from '../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { Directory } from './directory.ts'

const DAY = 86_400_000

test('an order comes to stand too long as time goes by: it is told once, and its item says so from then on', () => {
  const shop = shopWithOrder()
  shop.run((tx) => tx.create(states, shop.state() ?? '', { name: 'New', days: 2 }))
  let now = shop.order().moves[0]?.at ?? 0
  const directory = new Directory(null, () => now)
  const hold = (collection: Collection, id: string) => directory.hold(collection, [shop.row(collection, id)])
  hold(states, shop.state() ?? '')
  hold(orders, ORDER)
  const isTooLong = () => directory.item('orders', ORDER)?.tooLong
  const told = () => [...(directory.turnLate().get('orders') ?? [])]
  expect([isTooLong(), told()]).toEqual([false, []])
  now += 2 * DAY
  expect([told(), isTooLong()]).toEqual([[], false])
  now += 1
  expect([told(), isTooLong()]).toEqual([[ORDER], true])
  expect(told()).toEqual([])
})
