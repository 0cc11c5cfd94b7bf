import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderTotal } from '../orders/totals.ts'
import { siteLineTotal, siteTotal } from './sums.ts'

test('WB12: what a visitor reads is what his order comes to, however great, rounded half up once a line', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 9_999_000 }),
    price: fc.integer({ min: 0, max: 1_000_000_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      expect(siteTotal(lines)).toBe(orderTotal({ lines: lines.map((one) => ({ ...one, discount: null })) }))
    }),
  )
  expect([siteLineTotal({ quantity: 500, price: 1 }), siteLineTotal({ quantity: 499, price: 1 })]).toEqual([1, 0])
  // Reckoned with a point it is one more.
  expect(siteLineTotal({ quantity: 411_581, price: 735_350_868_061 })).toBe(302_656_445_627_414)
})
