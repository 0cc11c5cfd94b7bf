import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shop } from '../orders/testing/shop.ts'
import type { Row } from '../records/declarations/collection.ts'
import { doubtOf } from '../records/forms/doubts.ts'
import { currencies } from './collections.ts'
import { exchangeOf, ratesOf } from './rates.ts'

const MOSCOW = { currency: 'RUB', zone: 'Europe/Moscow' }
const NOVEMBER = Date.parse('2026-11-01T00:00+03:00')
const OCTOBER = Date.parse('2026-10-01T00:00+03:00')

function shopWith(code: string, rates: { readonly [day: string]: number }): Shop {
  const shop = new Shop('A')
  shop.do('createRecord', { collection: 'currencies', id: code, values: { code } })
  for (const [from, millionths] of Object.entries(rates)) {
    shop.do('setRate', { id: code, from: from || null, millionths })
  }
  return shop
}

const rowOf = (shop: Shop, id: string): Row<typeof currencies> => shop.row(currencies, id)
const exchangeIn = (shop: Shop, id: string) => exchangeOf(MOSCOW, [rowOf(shop, id)])

test('S1: a rate holds from the beginning of its day in the company’s zone until the next one', () => {
  const { toCompany } = exchangeIn(shopWith('EUR', { '2026-10-01': 90_000_000, '2026-11-01': 95_500_000 }), 'EUR')
  expect(toCompany(100, 'EUR', NOVEMBER)).toBe(9550)
  expect(toCompany(100, 'EUR', NOVEMBER - 1)).toBe(9000)
  expect(toCompany(100, 'EUR', OCTOBER)).toBe(9000)
  expect(toCompany(100, 'RUB', 0)).toBe(100)
  expect(toCompany(100, null, 0)).toBe(100)
})

test('S1: what is not above nothing is refused, and passed over where it was written', () => {
  const shop = shopWith('EUR', { '2026-10-01': 90_000_000 })
  for (const millionths of [0, -1, 0.5, Number.NaN]) {
    expect(shop.refusal('setRate', { id: 'EUR', from: '2026-11-01', millionths })).toBe('rate-wrong')
  }
  const values = { from: '2026-11-01', millionths: -5 }
  expect(shop.refusal('addEntry', { collection: 'currencies', id: 'EUR', list: 'rates', values })).toBe('field-value')
  const { millionths } = currencies.lists.rates.fields
  expect([millionths.accepts(0), millionths.accepts(-5), millionths.accepts(1)]).toEqual([false, false, true])
  const empty = { id: 'r', madeAt: 0, from: '2026-11-01', millionths: null }
  expect(ratesOf([empty])).toEqual([])
})

test('S2: a day has one rate: set again it is written anew; of two given apart the one written last holds', () => {
  const shop = shopWith('EUR', { '2026-11-01': 1_000_000 })
  shop.do('setRate', { id: 'EUR', from: '2026-11-01', millionths: 2_000_000 })
  expect(rowOf(shop, 'EUR').rates).toHaveLength(1)
  expect(exchangeIn(shop, 'EUR').toCompany(100, 'EUR', NOVEMBER)).toBe(200)
  const [rate] = rowOf(shop, 'EUR').rates
  if (!rate) throw new Error('no rate')
  const later = { ...rate, id: 'other', madeAt: rate.madeAt + 1, millionths: 3_000_000 }
  const twice = [rowOf(shop, 'EUR'), { ...rowOf(shop, 'EUR'), id: 'again', rates: [later] }]
  for (const all of [twice, twice.toReversed()]) {
    expect(exchangeOf(MOSCOW, all).toCompany(100, 'EUR', NOVEMBER)).toBe(300)
  }
})

test('S3: without a rate on the date a sum has no value in the company’s currency, and the order says so', () => {
  const shop = shopWith('EUR', { '2026-11-01': 95_000_000 })
  const exchange = exchangeIn(shop, 'EUR')
  expect(exchange.toCompany(100, 'EUR', NOVEMBER - 1)).toBeNull()
  expect(exchange.toCompany(100, 'USD', NOVEMBER)).toBeNull()
  expect(exchange.rateAt('EUR', NOVEMBER)).toMatchObject({ millionths: 95_000_000, from: '2026-11-01' })
  shop.do('setRate', { id: 'EUR', from: null, millionths: 1_000_000 })
  expect(exchangeIn(shop, 'EUR').toCompany(100, 'EUR', 0)).toBe(100)
  shop.do('removeRecord', { collection: 'currencies', id: 'EUR' })
  expect(exchangeIn(shop, 'EUR').toCompany(100, 'EUR', NOVEMBER)).toBeNull()
})

test('S4: sums are exchanged by whole units, whatever minor units stand for, rounded once', () => {
  const yen = exchangeIn(shopWith('JPY', { '': 612_345 }), 'JPY')
  expect(yen.toCompany(1_000, 'JPY', 0)).toBe(61_235)
  expect(yen.toCompany(-1_000, 'JPY', 0)).toBe(-61_235)
  const toYen = exchangeOf({ ...MOSCOW, currency: 'JPY' }, [rowOf(shopWith('RUB', { '': 1_500_000 }), 'RUB')])
  expect(toYen.toCompany(1_00, 'RUB', 0)).toBe(2)
  expect(exchangeOf(null, []).toCompany(5, 'RUB', 0)).toBe(5)
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (total, millionths) => {
      const exact = exchangeIn(shopWith('EUR', { '': millionths }), 'EUR').toCompany(total, 'EUR', 0) ?? Number.NaN
      expect(Math.abs(exact - (total * millionths) / 1e6)).toBeLessThanOrEqual(0.5 + 1e-3)
    }),
    { numRuns: 50 },
  )
})

test('S5: a currency’s code is one of ISO 4217, in capitals', () => {
  expect(['USD', 'RUB', 'CNY', 'KZT'].map((code) => doubtOf('currency', code))).toEqual([null, null, null, null])
  expect(['usd', 'руб.', 'ABC', 'US'].map((code) => doubtOf('currency', code))).toEqual(Array(4).fill('currency'))
})
