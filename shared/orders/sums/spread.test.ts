import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineOf } from '../../movements/testing/order.ts'
import { ORDER, shopWithOrder } from '../testing/shop.ts'
import { lineBase, orderTotal } from '../totals.ts'
import { spread } from './spread.ts'

const lines = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 0, max: 20_000 }),
      price: fc.integer({ min: 0, max: 1_000_00 }),
      discount: fc.constantFrom(null, 333, 5_000),
      discountSum: fc.constantFrom(null, 999),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((line, i) => lineOf({ id: `l${i}`, ...line })))

test('a discount is borne by the lines to the kopeck, by each no more than it costs, and rounded as asked', () => {
  fc.assert(
    fc.property(
      lines,
      fc.integer({ min: -50, max: 100 }),
      fc.constantFrom(1, 10, 100, 1_000_00),
      fc.constantFrom(null, 777),
      (lines, percent, step, discount) => {
        const order = { lines, discount, vatMode: null }
        const bases = lines.map((line) => lineBase({ ...line, discountSum: null }, order))
        const whole = bases.reduce((sum, base) => sum + base, 0)
        if (whole === 0) return
        const off = Math.trunc((whole * percent) / 100)
        const wanted = Math.floor((whole - off) / step + 0.5) * step
        const shares = spread(order, { off, step })
        const cheaper = lines.map((line) => ({ ...line, discountSum: shares.get(line.id) ?? null }))
        expect(orderTotal({ ...order, lines: cheaper })).toBe(wanted)
        for (const [i, { id }] of lines.entries()) expect(shares.get(id)).toBeLessThanOrEqual(bases[i] ?? 0)
      },
    ),
    { numRuns: 1_000 },
  )
})

describe('spreading a discount over an order', () => {
  const twoLines = () => {
    const shop = shopWithOrder()
    shop.do('addLine', { id: ORDER, fields: { text: 'Chair', quantity: 1_000, price: 501 } })
    return shop
  }

  test('writes what each line bears, in the place of what it bore before', () => {
    const shop = twoLines()
    shop.do('spreadDiscount', { id: ORDER, off: 500 })
    shop.do('spreadDiscount', { id: ORDER, off: 301 })
    expect(shop.order().lines.map(({ discountSum }) => discountSum)).toEqual([201, 100])
    expect(orderTotal(shop.order())).toBe(1_200)
    shop.do('spreadDiscount', { id: ORDER, off: 0 })
    expect(shop.order().lines.map(({ discountSum }) => discountSum)).toEqual([null, null])
  })

  test('rounds the whole to roubles', () => {
    const shop = twoLines()
    shop.do('spreadDiscount', { id: ORDER, off: 0, step: 100 })
    expect(orderTotal(shop.order())).toBe(1_500)
  })

  test.each([
    ['more than there is', { off: 1_502 }, 'discount-too-large'],
    ['no whole sum', { off: 0.5 }, 'sum-wrong'],
    ['no number', { off: Number.NaN }, 'sum-wrong'],
    ['no step', { off: 1, step: 0 }, 'sum-wrong'],
  ])('%s is refused', (_what, how, code) => {
    const shop = twoLines()
    expect(shop.refusal('spreadDiscount', { id: ORDER, ...how })).toBe(code)
    expect(orderTotal(shop.order())).toBe(1_501)
  })

  test('over lines that cost nothing, or of a completed order, is refused', () => {
    const shop = shopWithOrder()
    const [line] = shop.order().lines
    shop.do('setLine', { id: ORDER, line: line?.id ?? '', fields: { price: null } })
    expect(shop.refusal('spreadDiscount', { id: ORDER, off: 1 })).toBe('nothing-to-spread')
    shop.do('moveOrder', { id: ORDER, state: 'completed', completion: 'success' })
    expect(shop.refusal('spreadDiscount', { id: ORDER, off: 1 })).toBe('order-completed')
  })
})
