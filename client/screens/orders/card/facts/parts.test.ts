import { expect, test } from 'vitest'
import { ORDER, shopWithOrder } from '../../../../../shared/orders/testing/shop.ts'
import { offeredOf, partsOf, sumOfParts } from './parts.ts'

/** A posted order of two tables at 5.00. */
function posted() {
  const shop = shopWithOrder()
  shop.do('postOrder', { id: ORDER, posted: true })
  return shop
}

test('all that is left is offered, and goes where nothing else was written', () => {
  const offered = offeredOf(posted().order(), 'ship')
  expect(offered).toMatchObject([{ quantity: 2_000 }])
  expect([partsOf(offered, {}), sumOfParts(offered, {})]).toEqual([undefined, 1_000])
})

test('a part is what was written; an emptied field is nothing', () => {
  const offered = offeredOf(posted().order(), 'ship')
  const line = offered[0]?.line ?? ''
  expect(partsOf(offered, { [line]: 500 })).toEqual([{ line, quantity: 500 }])
  expect(sumOfParts(offered, { [line]: 500 })).toBe(250)
  expect(partsOf(offered, { [line]: null })).toEqual([])
})

test('what is out may come back', () => {
  const shop = posted()
  expect(offeredOf(shop.order(), 'takeBack')).toEqual([])
  shop.do('ship', { id: ORDER, date: '2026-10-05' })
  const offered = offeredOf(shop.order(), 'takeBack')
  expect([offered.map(({ quantity }) => quantity), sumOfParts(offered, {})]).toEqual([[2_000], 1_000])
})
