import { expect, test } from 'vitest'
import { listFields } from '../lists/fields.ts'
import { type Lookup, orderItem } from './order-item.ts'
import { shopWithOrder } from './testing/shop.ts'

/** Knows nothing but the company's own currency. */
const NOBODY: Lookup = {
  name: () => null,
  isGone: () => false,
  customer: (id) => id,
  kind: () => null,
  hue: () => null,
  exchange: () => ({ toCompany: (total) => total }),
}

test('an order’s item has every field that its lists offer', () => {
  const item = orderItem(shopWithOrder().order(), NOBODY)
  expect(Object.keys(listFields('orders')).filter((name) => !(name in item))).toEqual([])
})
