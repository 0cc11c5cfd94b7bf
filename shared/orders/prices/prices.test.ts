import { expect, test } from 'vitest'
import { COMPANY } from '../../company/collections.ts'
import { products } from '../../goods/collections.ts'
import { staleBy } from '../../goods/prices/stale.ts'
import { ORDER, shopWithOrder } from '../testing/shop.ts'
import { pricesFor } from './taken-prices.ts'

const OCTOBER = '2026-10-01'
const NOVEMBER = '2026-11-01'

/** An order by retail prices: of a table at 600 since October, of a chair without one, and of a text. */
function shopByRetail() {
  const shop = shopWithOrder()
  shop.do('createRecord', { collection: 'priceTypes', id: 'retail', values: { name: 'Retail' } })
  for (const id of ['table', 'chair'])
    shop.do('createRecord', { collection: 'products', id, values: { name: id, price: 500 } })
  shop.do('setPrice', { id: 'table', priceType: 'retail', date: OCTOBER, price: 600 })
  shop.do('addLine', { id: ORDER, fields: { product: 'table', quantity: 1_000, price: 500 } })
  shop.do('addLine', { id: ORDER, fields: { product: 'chair', quantity: 1_000, price: 450 } })
  shop.do('setOrder', { id: ORDER, fields: { priceType: 'retail' } })
  return shop
}
const prices = (shop: ReturnType<typeof shopByRetail>) => shop.order().lines.map(({ price }) => price)

test('N8: choosing a type changes no line; taking its prices changes those that have one, with their source', () => {
  const shop = shopByRetail()
  expect(prices(shop)).toEqual([500, 500, 450])
  expect(shop.answer('takePrices', { id: ORDER, day: NOVEMBER })).toEqual({ taken: 1, left: 2 })
  expect(prices(shop)).toEqual([500, 600, 450])
  expect(shop.order().lines[1]).toMatchObject({ priceType: 'retail', priceDate: OCTOBER })
  expect(shop.answer('takePrices', { id: ORDER, day: NOVEMBER })).toEqual({ taken: 0, left: 2 })
})

test('N4, N8: a line whose price was set anew is stale, and taken it is not', () => {
  const shop = shopByRetail()
  shop.do('takePrices', { id: ORDER, day: NOVEMBER })
  shop.do('setPrice', { id: 'table', priceType: 'retail', date: NOVEMBER, price: 700 })
  const stale = () => {
    const line = shop.order().lines[1]
    return line && staleBy(line, shop.row(products, 'table'), NOVEMBER)
  }
  expect(stale()).toEqual({ price: 700, date: NOVEMBER })
  shop.do('takePrices', { id: ORDER, day: NOVEMBER })
  expect(stale()).toBeNull()
  expect(prices(shop)).toEqual([500, 700, 450])
})

test('N8: without a type nothing is taken, and one in another currency is refused', () => {
  const shop = shopByRetail()
  shop.do('createRecord', { collection: 'company', id: COMPANY, values: { name: 'A', currency: 'RUB' } })
  shop.do('setRecord', { collection: 'priceTypes', id: 'retail', values: { currency: 'USD' } })
  expect(shop.refusal('takePrices', { id: ORDER, day: NOVEMBER })).toBe('price-currency')
  shop.do('setOrder', { id: ORDER, fields: { currency: 'USD' } })
  expect(shop.answer('takePrices', { id: ORDER, day: NOVEMBER })).toEqual({ taken: 1, left: 2 })
  expect(pricesFor({ ...shop.order(), priceType: null }, () => null, NOVEMBER)).toEqual({ taken: [], left: 0 })
})

test('N8, S4: where the company names no currency, prices in roubles are those of an order that names none', () => {
  const shop = shopByRetail()
  shop.do('setRecord', { collection: 'priceTypes', id: 'retail', values: { currency: 'RUB' } })
  expect(shop.answer('takePrices', { id: ORDER, day: NOVEMBER })).toEqual({ taken: 1, left: 2 })
  shop.do('setRecord', { collection: 'priceTypes', id: 'retail', values: { currency: 'USD' } })
  expect(shop.refusal('takePrices', { id: ORDER, day: NOVEMBER })).toBe('price-currency')
})
