import { expect, test } from 'vitest'
import { orders, states } from '../../../shared/orders/collections.ts'
import { ORDER, shopWithOrder } from '../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import { ALL_ORDERS } from '../session/testing/test-device.ts'
import { Directory } from './directory.ts'
import { LiveList } from './lists/live-list.ts'

/** A directory with an order that stands in a state for two days at most, and how time goes by in it. */
function standing() {
  const shop = shopWithOrder()
  shop.run((tx) => tx.create(states, shop.state() ?? '', { name: 'New', days: 2 }))
  let now = shop.order().moves[0]?.at ?? 0
  const directory = new Directory(null, () => now)
  const hold = (collection: Collection, id: string) => directory.hold(collection, [shop.row(collection, id)])
  hold(states, shop.state() ?? '')
  hold(orders, ORDER)
  const goOn = (ms: number) => {
    now += ms
  }
  return { directory, goOn }
}

test('an order comes to stand too long as time goes by: it is told once, and its item says so from then on', () => {
  const { directory, goOn } = standing()
  const isTooLong = () => directory.item('orders', ORDER)?.tooLong
  const told = () => [...(directory.turnLate().get('orders') ?? [])]
  expect([isTooLong(), told()]).toEqual([false, []])
  goOn(2 * DAY_MS)
  expect([told(), isTooLong()]).toEqual([[], false])
  goOn(1)
  expect([told(), isTooLong()]).toEqual([[ORDER], true])
  expect(told()).toEqual([])
})

test('I13: a list that is held to what was found says so, too, though nothing that is searched has changed', () => {
  const { directory, goOn } = standing()
  const found = new Set([ORDER])
  const query = { ...ALL_ORDERS, found: { text: 'x', person: null } }
  const list = new LiveList(directory, query, { behind: () => [], found: () => found })
  const isTooLong = () => list.answer().rows.map((row) => 'tooLong' in row && row.tooLong)
  expect(isTooLong()).toEqual([false])
  goOn(2 * DAY_MS + 1)
  expect([list.take(directory.turnLate()), isTooLong()]).toEqual([true, [true]])
})
