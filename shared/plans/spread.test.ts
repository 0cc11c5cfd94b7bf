import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../time/days.ts'
import { PERIODICITIES } from './collections.ts'
import { MOST_IN_CELL } from './commands.ts'
import { periodsOf } from './periods.ts'
import { spreadByDays, spreadByWeights } from './spread.ts'

const sumOf = (parts: Iterable<number | null>) => [...parts].reduce<number>((all, one) => all + (one ?? 0), 0)
const whole = fc.integer({ min: -MOST_IN_CELL, max: MOST_IN_CELL })

test('PN7: parts by weights come to the whole, each within one of its share', () => {
  const weights = fc.array(fc.integer({ min: -5, max: MOST_IN_CELL }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(whole, weights, (sum, by) => {
      const parts = spreadByWeights(sum, by)
      expect(sumOf(parts)).toBe(sum)
      const all = sumOf(by.map((one) => Math.max(one, 0)))
      parts.forEach((part, i) => {
        const share = all === 0 ? sum / by.length : (sum * Math.max(by[i] ?? 0, 0)) / all
        expect(Math.abs(part - share)).toBeLessThan(1.001)
        if (all > 0 && (by[i] ?? 0) <= 0) expect(part).toBe(0)
      })
    }),
  )
})

test('PN7: what is left over goes to the largest remainders, the earlier of two equal ones', () => {
  expect(spreadByWeights(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(spreadByWeights(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  expect(spreadByWeights(10, [1, 2])).toEqual([3, 7])
  expect(spreadByWeights(7, [0, 0])).toEqual([4, 3])
  expect(spreadByWeights(7, [])).toEqual([])
})

test('PN8: moved onto other periods of the same span, a sum is neither more nor less', () => {
  const by = fc.constantFrom(...PERIODICITIES)
  fc.assert(
    fc.property(by, by, fc.integer({ min: 0, max: 90 }), fc.array(whole, { maxLength: 90 }), (a, b, length, sums) => {
      const span = { from: '2015-11-20', until: addDays('2015-11-20', length) }
      const [before, after] = [periodsOf({ ...span, periodicity: a }), periodsOf({ ...span, periodicity: b })]
      const values = new Map(before.map(({ id }, i) => [id, sums[i] ?? null] as const))
      const moved = new Map<string, number | null>([...values, ...spreadByDays(values, before, after)])
      expect(sumOf(moved.values())).toBe(sumOf(values.values()))
      const inside = new Set(after.map(({ id }) => id))
      for (const [id, value] of moved) if (value !== null) expect(inside.has(id)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('PN8: a quarter is moved onto its months by their days; what no new period touches stays', () => {
  const before = periodsOf({ from: '2015-01-01', until: '2015-06-30', periodicity: 'byQuarter' })
  const after = periodsOf({ from: '2015-01-01', until: '2015-03-31', periodicity: 'byMonth' })
  const values = new Map([
    ['2015-01-01', 9_000],
    ['2015-04-01', 500],
  ])
  expect([...spreadByDays(values, before, after)]).toEqual([
    ['2015-01-01', 3_100],
    ['2015-02-01', 2_800],
    ['2015-03-01', 3_100],
  ])
})
