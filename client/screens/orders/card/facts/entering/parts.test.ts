import { expect, test } from 'vitest'
import { ORDER, shopWithOrder } from '../../../../../../shared/orders/testing/shop.ts'
import { keyOf, offeredOf, partsOf, sumOfParts } from './parts.ts'

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
  const [first] = offered
  const key = first ? keyOf(first) : ''
  expect(partsOf(offered, { [key]: 500 })).toEqual([{ line: first?.line, product: null, quantity: 500 }])
  expect(sumOfParts(offered, { [key]: 500 })).toBe(250)
  expect(partsOf(offered, { [key]: null })).toEqual([])
})

test('what is out may come back', () => {
  const shop = posted()
  expect(offeredOf(shop.order(), 'takeBack')).toEqual([])
  shop.do('ship', { id: ORDER, date: '2026-10-05' })
  const offered = offeredOf(shop.order(), 'takeBack')
  expect([offered.map(({ quantity }) => quantity), sumOfParts(offered, {})]).toEqual([[2_000], 1_000])
})
