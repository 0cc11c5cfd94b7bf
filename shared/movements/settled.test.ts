import { expect, test } from 'vitest'
import { standingOf } from '../orders/moves/moves.ts'
import { ORDER, shopWithOrder } from '../orders/testing/shop.ts'
import { orderTotal } from '../orders/totals.ts'
import { settledOf } from './settled.ts'

function postedShop() {
  const shop = shopWithOrder()
  shop.do('postOrder', { id: ORDER, posted: true })
  const settled = () => settledOf(shop.order(), orderTotal(shop.order()), standingOf(shop.order()))
  return { shop, settled }
}

const MADE = '2026-10-05'

test('M13: an order is not paid, in part, wholly; a cancelled one pays what it sold', () => {
  const { shop, settled } = postedShop()
  expect(settled()).toMatchObject({ paying: 'not', unpaid: 1_000 })
  shop.do('takePayment', { id: ORDER, date: MADE, sum: 400, way: 'card' })
  expect(settled()).toMatchObject({ paying: 'part', unpaid: 600 })
  shop.do('takePayment', { id: ORDER, date: MADE, sum: 700, way: 'card' })
  expect(settled()).toMatchObject({ paying: 'whole', unpaid: 0 })
  shop.do('moveOrder', { id: ORDER, state: 'completed', completion: 'cancelled', reason: 'price' })
  expect(settled()).toMatchObject({ paying: 'whole', unpaid: 0 })
  shop.do('refund', { id: ORDER, date: MADE, sum: 1_100, way: 'card' })
  expect(settled()).toMatchObject({ paying: null, unpaid: null })
})

test('M14: an order is not shipped, in part, wholly; of a completed one nothing is left', () => {
  const { shop, settled } = postedShop()
  expect(settled()).toMatchObject({ shipping: 'unshipped', unshipped: 1_000 })
  const [line] = shop.order().lines
  shop.do('ship', { id: ORDER, date: MADE, parts: [{ line: line?.id ?? '', quantity: 500 }] })
  expect(settled()).toMatchObject({ shipping: 'partShipped', unshipped: 750 })
  shop.do('ship', { id: ORDER, date: MADE })
  expect(settled()).toMatchObject({ shipping: 'allShipped', unshipped: 0 })
  shop.do('takeBack', { id: ORDER, date: MADE })
  expect(settled()).toMatchObject({ shipping: 'unshipped', unshipped: 1_000 })
  shop.do('moveOrder', { id: ORDER, state: 'completed', completion: 'success' })
  expect(settled()).toMatchObject({ shipping: null, unshipped: null })
})

test('M13, M14: of an order that is not posted, or has nothing, nothing is said', () => {
  const { shop, settled } = postedShop()
  shop.do('removeLine', { id: ORDER, line: shop.order().lines[0]?.id ?? '' })
  expect(settled()).toEqual({ paying: null, unpaid: null, shipping: null, unshipped: null })
  shop.do('postOrder', { id: ORDER, posted: false })
  expect(settled()).toEqual({ paying: null, unpaid: null, shipping: null, unshipped: null })
})
