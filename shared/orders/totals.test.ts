import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineTotal, orderTotal } from './totals.ts'

const quantity = fc.integer({ min: -10_000_000, max: 10_000_000 })
const price = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const discount = fc.integer({ min: 0, max: 10_000 })
const line = fc.record({ quantity: fc.option(quantity), price: fc.option(price), discount: fc.option(discount) })

/** Half up on the size of the exact fraction, its sign kept: by doubling, another way than the code goes. */
function rounded(top: bigint, bottom: bigint): bigint {
  const size = top < 0n ? -top : top
  const half = (2n * size + bottom) / (2n * bottom)
  return top < 0n ? -half : half
}

test('a line’s total is its exact product, rounded half up, once', () => {
  fc.assert(
    fc.property(line, (line) => {
      const exact = BigInt(line.quantity ?? 0) * BigInt(line.price ?? 0) * BigInt(10_000 - (line.discount ?? 0))
      expect(lineTotal(line)).toBe(Number(rounded(exact, 10_000_000n)))
    }),
    { numRuns: 2_000 },
  )
})

test('a return is the mirror of its sale', () => {
  fc.assert(
    fc.property(line, (line) => {
      const returned = { ...line, quantity: -(line.quantity ?? 0) }
      expect(lineTotal(returned) + lineTotal(line)).toBe(0)
    }),
  )
})

test.each([
  ['a thousand pieces at a kopeck', 1_000_000, 1, null, 1_000],
  ['half a piece at a kopeck: up', 500, 1, null, 1],
  ['less than half: down', 499, 1, null, 0],
  ['once, not for the discount again: 0.4995 of a kopeck', 999, 1, 5_000, 0],
  ['a third off', 1_000, 100, 3_333, 67],
  ['all off', 1_000, 100, 10_000, 0],
  ['nothing known', null, null, null, 0],
])('%s', (_what, quantity, price, discount, total) => {
  expect(lineTotal({ quantity, price, discount })).toBe(total)
})

test('an order’s total is the sum of its lines, each rounded by itself', () => {
  const half = { id: 'l', madeAt: 0, section: null, product: null, text: null, unit: null, vat: null, place: null }
  const lines = [500, 500, 499].map((quantity) => ({ ...half, quantity, price: 1, discount: null }))
  expect(orderTotal({ lines })).toBe(2)
  expect(orderTotal({ lines: [] })).toBe(0)
})
