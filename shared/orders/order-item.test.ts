import { expect, test } from 'vitest'
import { listFields } from '../lists/fields.ts'
import { type Lookup, orderItem } from './order-item.ts'
import { ORDER, OTHER, shopWithOrder } from './testing/shop.ts'

/** Knows nothing but the company's own currency. */
const NOBODY: Lookup = {
  name: () => null,
  isGone: () => false,
  customer: (id) => id,
  kind: () => null,
  hue: () => null,
  called: () => null,
  days: () => null,
  now: 0,
  exchange: () => ({ toCompany: (total) => total, rateAt: () => null }),
}

test('an order’s item has every field that its lists offer', () => {
  const item = orderItem(shopWithOrder().order(), NOBODY)
  expect(Object.keys(listFields('orders')).filter((name) => !(name in item))).toEqual([])
})

test('what an order was made from is called by its number; what is not here stands as it is written', () => {
  const shop = shopWithOrder()
  shop.do('setOrder', { id: ORDER, fields: { basis: `orders/${OTHER}` } })
  const item = (called: string | null) => orderItem(shop.order(), { ...NOBODY, called: () => called })
  expect(item('ЗК-0001').basisName).toBe('ЗК-0001')
  expect(item(null).basisName).toBe(`orders/${OTHER}`)
})
