import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VAT_RATES } from '../goods/collections.ts'
import { VAT_MODES } from './collections.ts'
import { isTooLarge, lineSums, lineTotal, orderSums, orderTotal } from './totals.ts'

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

describe('the three ways of VAT', () => {
  const vat = fc.constantFrom(...VAT_RATES, null)
  const off = fc.option(fc.integer({ min: -100_000, max: 100_000 }))
  const terms = fc.record({
    discount: fc.option(fc.integer({ min: 0, max: 10_000 })),
    vatMode: fc.constantFrom(...VAT_MODES, null),
  })
  const full = fc.record({
    quantity: fc.option(quantity),
    price: fc.option(price),
    discount: fc.option(discount),
    discountSum: off,
    vat,
  })

  /** The line’s sum before VAT is put on top, by whole fractions and sizes: another way than the code goes. */
  function baseOf(line: { [name: string]: number | string | null }, whole: number | null): bigint {
    const of = (name: string) => BigInt(Number(line[name] ?? 0))
    const top = of('quantity') * of('price') * (10_000n - of('discount')) * (10_000n - BigInt(whole ?? 0))
    const priced = rounded(top, 100_000_000_000n)
    const size = (priced < 0n ? -priced : priced) - of('discountSum')
    if (priced === 0n || size <= 0n) return 0n
    return priced < 0n ? -size : size
  }

  test('a line’s sums are its price less all discounts, rounded once, and VAT in it or on top of it, rounded once', () => {
    fc.assert(
      fc.property(full, terms, (line, terms) => {
        const base = baseOf(line, terms.discount)
        const percent = terms.vatMode === 'none' ? 0n : BigInt(line.vat?.match(/\d+/)?.[0] ?? 0)
        const onTop = terms.vatMode === 'onTop'
        const vat = onTop ? rounded(base * percent, 100n) : rounded(base * percent, 100n + percent)
        const total = onTop ? base + vat : base
        expect(lineSums(line, terms)).toEqual({ net: Number(total - vat), vat: Number(vat), total: Number(total) })
      }),
      { numRuns: 3_000 },
    )
  })

  test('a document’s sums are those of its lines, to the kopeck; what is to be paid is net and VAT', () => {
    fc.assert(
      fc.property(fc.array(full, { maxLength: 6 }), terms, (lines, terms) => {
        const each = lines.map((line) => lineSums(line, terms))
        const all = orderSums({ ...terms, lines })
        const add = (of: (sums: (typeof each)[number]) => number) => each.reduce((sum, one) => sum + of(one), 0)
        expect(all).toEqual({ net: add((one) => one.net), vat: add((one) => one.vat), total: add((one) => one.total) })
        expect(all.net + all.vat).toBe(all.total)
        expect(orderTotal({ ...terms, lines })).toBe(all.total)
      }),
    )
  })

  test('any numbers at all give whole sums that are exact, or the greatest that can be', () => {
    const any = fc.option(fc.maxSafeInteger())
    const odd = fc.record({ quantity: any, price: any, discount: any, discountSum: any, vat })
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 4 }), any, fc.constantFrom(...VAT_MODES), (lines, discount, vatMode) => {
        const { net, vat, total } = orderSums({ lines, discount, vatMode })
        expect([net, vat, total].every(Number.isSafeInteger)).toBe(true)
        const isExact = !isTooLarge({ lines, discount, vatMode })
        if (isExact && Math.abs(total) < 1e14) expect(net + vat).toBe(total)
      }),
    )
  })

  test.each([
    [null, 'vat20', { net: 100_00, vat: 20_00, total: 120_00 }],
    ['included', 'vat20', { net: 100_00, vat: 20_00, total: 120_00 }],
    ['onTop', 'vat20', { net: 120_00, vat: 24_00, total: 144_00 }],
    ['none', 'vat20', { net: 120_00, vat: 0, total: 120_00 }],
    ['included', 'none', { net: 120_00, vat: 0, total: 120_00 }],
    ['onTop', 'vat0', { net: 120_00, vat: 0, total: 120_00 }],
    ['included', 'vat22', { net: 98_36, vat: 21_64, total: 120_00 }],
  ] as const)('120.00, %s, %s', (vatMode, vat, sums) => {
    const line = { quantity: 1_000, price: 120_00, discount: null, vat }
    expect(lineSums(line, { vatMode })).toEqual(sums)
  })

  test.each([
    ['a tenth off the whole order, behind the line’s own', 1_000, 1_000, null, 81_00],
    ['a sum off besides', 1_000, null, 5_01, 84_99],
    ['put on', null, null, -1, 100_01],
    ['more off than there is: nothing', null, null, 200_00, 0],
    ['more than all off: dearer than nothing in the other direction', 20_000, null, null, -100_00],
  ])('%s', (_what, discount, whole, discountSum, total) => {
    const line = { quantity: 1_000, price: 100_00, discount, discountSum }
    expect(lineTotal(line, { discount: whole })).toBe(total)
  })
})
