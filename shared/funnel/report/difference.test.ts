import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPARED, difference } from './difference.ts'

const ROW = {
  reached: 12,
  fromFirst: 60,
  fromPrevious: 75,
  hours: 10.5,
  sum: 300_00,
  losses: 3,
  lossesShare: 15,
  lossesSum: 50_00,
  staying: 2,
  stayingSum: 20_00,
}

test('F35: counts and sums differ as they are, shares in percentage points', () => {
  const before = { ...ROW, reached: 10, fromFirst: 66, hours: 10.2, sum: 350_00, losses: 3 }
  expect(COMPARED.map((of) => difference(ROW, before, of))).toEqual([2, -6, 0, 0.3, -50_00, 0, 0, 0, 0, 0])
})

test('F35: a period without orders has noughts for counts and sums, and no shares', () => {
  expect(COMPARED.map((of) => difference(ROW, undefined, of))).toEqual([
    12,
    null,
    null,
    null,
    300_00,
    3,
    null,
    50_00,
    2,
    20_00,
  ])
  expect(difference({ ...ROW, lossesShare: null }, ROW, 'lossesShare')).toBeNull()
})

test('F35: what differs one way differs as much the other way, and added to the past gives the present', () => {
  const figure = fc.integer({ min: -1e9, max: 1e9 })
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const by = difference({ sum: a }, { sum: b }, 'sum')
      expect(by === null ? null : b + by).toBe(a)
      expect(Math.abs(difference({ sum: b }, { sum: a }, 'sum') ?? Number.NaN)).toBe(Math.abs(by ?? Number.NaN))
    }),
  )
})
