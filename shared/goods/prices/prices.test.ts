import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shop } from '../../orders/testing/shop.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import { type DatedPrice, products } from '../collections.ts'
import { priceOn, pricesOf } from './held.ts'
import { takenFrom } from './line-price.ts'
import { type PriceRule, priceBy, ROUNDINGS } from './rule.ts'
import { staleBy } from './stale.ts'

const PRODUCT = 'table'
const OCTOBER = '2026-10-01'
const NOVEMBER = '2026-11-01'
const PLAIN: PriceRule = { from: { priceType: null }, percent: 0, sum: 0, step: 1, way: 'half' }

const dated = (date: string | null, price: number | null, more: Partial<DatedPrice> = {}): DatedPrice => ({
  id: `${date}${price}`,
  madeAt: 0,
  priceType: 'retail',
  date,
  price,
  ...more,
})
const goods = (prices: readonly DatedPrice[], price: number | null = 500) => ({ price, prices })

function shopWithTable(): Shop {
  const shop = new Shop('A')
  shop.do('createRecord', { collection: 'products', id: PRODUCT, values: { name: 'Стол', price: 500_00 } })
  return shop
}

test('N3: the latest that is not after the day holds; without a type, the product’s own', () => {
  const table = goods([dated(NOVEMBER, 700), dated(OCTOBER, 600), dated(OCTOBER, 1, { priceType: 'whole' })])
  expect(priceOn(table, 'retail', '2026-09-30')).toBeNull()
  expect(priceOn(table, 'retail', '2026-10-31')).toEqual({ price: 600, priceType: 'retail', date: OCTOBER })
  expect(priceOn(table, 'retail', NOVEMBER)?.price).toBe(700)
  expect(priceOn(table, null, '2000-01-01')).toEqual({ price: 500, priceType: null, date: null })
  expect(priceOn(goods([], null), null, OCTOBER)).toBeNull()
})

test('N3: of two prices of one day the one written last holds; one that is not filled in does not count', () => {
  const two = goods([
    dated(OCTOBER, 600, { madeAt: 1 }),
    dated(OCTOBER, 650, { madeAt: 2 }),
    dated(null, 1),
    dated(NOVEMBER, null),
  ])
  expect(priceOn(two, 'retail', NOVEMBER)?.price).toBe(650)
  expect(priceOn(goods(two.prices.toReversed()), 'retail', NOVEMBER)?.price).toBe(650)
})

test('N4: a line is stale where another sum holds, not where the same one does', () => {
  const table = goods([dated(OCTOBER, 600), dated('2026-10-15', 600), dated(NOVEMBER, 700)])
  const line = { price: 600, priceType: 'retail', priceDate: OCTOBER }
  expect(staleBy(line, table, '2026-10-20')).toBeNull()
  expect(staleBy(line, table, NOVEMBER)).toEqual({ price: 700, date: NOVEMBER })
  expect(staleBy({ ...line, priceType: null }, table, NOVEMBER)).toBeNull()
  expect(staleBy({ ...line, priceType: 'gone' }, table, NOVEMBER)).toBeNull()
  expect(staleBy(line, null, NOVEMBER)).toBeNull()
})

test('N5: a percentage, a sum and a step: 500 roubles, 10 % and 1 rouble more, to 50 roubles', () => {
  const by = (more: Partial<PriceRule>) => priceBy({ ...PLAIN, ...more }, goods([], 500_00), OCTOBER)
  const dearer = { percent: 10_00, sum: 1_00, step: 50_00 }
  expect(by(dearer)).toEqual({ price: 550_00 })
  expect(by({ ...dearer, way: 'up' })).toEqual({ price: 600_00 })
  expect(by({ ...dearer, way: 'down' })).toEqual({ price: 550_00 })
  expect(by({ percent: -33_33 })).toEqual({ price: 333_35 })
  expect(by({ from: { sum: 99_00 } })).toEqual({ price: 99_00 })
})

test('N5: rounding goes to the step on its own side and never further than the step', () => {
  const rules = fc.record({
    from: fc.record({ sum: fc.integer({ min: 0, max: 10_000_000_00 }) }),
    percent: fc.integer({ min: -100_00, max: 500_00 }),
    sum: fc.integer({ min: 0, max: 1_000_00 }),
    step: fc.constantFrom(1, 10, 100, 1_000, 50_00, 100_00),
    way: fc.constantFrom(...ROUNDINGS),
  })
  fc.assert(
    fc.property(rules, (rule) => {
      const reckoned = priceBy(rule, goods([]), OCTOBER)
      const exact = BigInt(rule.from.sum) * BigInt(10_000 + rule.percent) + BigInt(rule.sum) * 10_000n
      if (!('price' in reckoned)) throw new Error(`no price: ${reckoned.not}`)
      const off = BigInt(reckoned.price) * 10_000n - exact
      const step = BigInt(rule.step) * 10_000n
      expect(reckoned.price % rule.step).toBe(0)
      if (rule.way === 'up') expect(off >= 0n && off < step).toBe(true)
      if (rule.way === 'down') expect(off <= 0n && -off < step).toBe(true)
      if (rule.way === 'half') expect(-step < 2n * off && 2n * off <= step).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('N6: what cannot be reckoned says why', () => {
  expect(priceBy(PLAIN, goods([], null), OCTOBER)).toEqual({ not: 'no-base' })
  expect(priceBy({ ...PLAIN, from: { priceType: 'retail' } }, goods([]), OCTOBER)).toEqual({ not: 'no-base' })
  expect(priceBy({ ...PLAIN, sum: -501 }, goods([]), OCTOBER)).toEqual({ not: 'below-zero' })
  const much = { from: { sum: Number.MAX_SAFE_INTEGER }, percent: 1 }
  expect(priceBy({ ...PLAIN, ...much }, goods([]), OCTOBER)).toEqual({ not: 'too-large' })
})

test('N6, N7: prices are set from a day, the same day once; what costs that already is not written', () => {
  const shop = shopWithTable()
  const at = { ids: [PRODUCT, 'none'], priceType: 'retail' }
  const set = (date: string, percent: number) => shop.answer('setPrices', { ...at, date, rule: { ...PLAIN, percent } })
  expect(set(OCTOBER, 0)).toEqual({ set: 1, same: 0, left: 1 })
  expect(set(NOVEMBER, 0)).toEqual({ set: 0, same: 1, left: 1 })
  expect(set(NOVEMBER, 10_00)).toEqual({ set: 1, same: 0, left: 1 })
  expect(set(NOVEMBER, 20_00)).toEqual({ set: 1, same: 0, left: 1 })
  const table = shop.row(products, PRODUCT)
  expect(pricesOf(table, 'retail').map(({ date, price }) => [date, price])).toEqual([
    [NOVEMBER, 600_00],
    [OCTOBER, 500_00],
  ])
  expect(shop.refusal('setPrices', { ...at, priceType: '', date: OCTOBER, rule: PLAIN })).toBe('price-type-missing')
})

test('N3, N7: two devices set a price of one day apart: both read the same one, and it can be taken away', () => {
  const one = shopWithTable()
  const other = new Shop('B')
  exchange(one, other)
  one.do('setPrice', { id: PRODUCT, priceType: 'retail', date: OCTOBER, price: 600 })
  other.do('setPrice', { id: PRODUCT, priceType: 'retail', date: OCTOBER, price: 700 })
  exchange(one, other)
  const held = () => [one, other].map((shop) => priceOn(shop.row(products, PRODUCT), 'retail', NOVEMBER)?.price)
  expect(held()).toEqual([700, 700])
  for (const { id } of one.row(products, PRODUCT).prices) one.do('removePrice', { id: PRODUCT, entry: id })
  exchange(one, other)
  expect(held()).toEqual([undefined, undefined])
})

test('N4: a line takes the price of the document’s type with its source, else the product’s own without one', () => {
  const shop = shopWithTable()
  shop.do('setPrice', { id: PRODUCT, priceType: 'retail', date: OCTOBER, price: 600_00 })
  const table = shop.row(products, PRODUCT)
  const taken = takenFrom(table, 'retail', NOVEMBER)
  expect(taken).toMatchObject({ price: 600_00, priceType: 'retail', priceDate: OCTOBER })
  expect(staleBy(taken, table, NOVEMBER)).toBeNull()
  const own = { price: 500_00, priceType: null, priceDate: null }
  expect(takenFrom(table, 'retail', '2026-09-01')).toMatchObject(own)
  expect(takenFrom(table, null, NOVEMBER)).toMatchObject(own)
})
