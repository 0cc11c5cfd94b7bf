import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChartSeries } from '../series.ts'
import { spansOf } from './stack.ts'

const figures = fc.array(fc.array(fc.option(fc.integer({ min: -1e9, max: 1e9 })), { minLength: 4, maxLength: 4 }))

test('bars that stand on one another end at the sums of what is above zero and of what is below', () => {
  fc.assert(
    fc.property(figures, (all) => {
      const series = all.map((values): ChartSeries => ({ name: '', values, form: 'bar' }))
      const spans = spansOf({ points: ['a', 'b', 'c', 'd'], series, stacked: true })
      for (const at of [0, 1, 2, 3]) {
        const here = all.map((values) => values[at] ?? 0)
        const sum = (sign: number) => here.filter((value) => value * sign > 0).reduce((a, b) => a + b, 0)
        const ends = spans.map((one) => one[at]?.to ?? 0)
        expect(Math.max(0, ...ends)).toBe(sum(1))
        expect(Math.min(0, ...ends) + 0).toBe(sum(-1) + 0)
      }
    }),
  )
})

test('bars side by side and lines begin at zero; what is not known has none', () => {
  const line: ChartSeries = { name: '', values: [5, null], form: 'line' }
  const bar: ChartSeries = { name: '', values: [0, -3], form: 'bar' }
  expect(spansOf({ points: ['a', 'b'], series: [line, bar, bar], stacked: true })[0]).toEqual([
    { from: 0, to: 5 },
    null,
  ])
  expect(spansOf({ points: ['a', 'b'], series: [bar] })).toEqual([
    [
      { from: 0, to: 0 },
      { from: 0, to: -3 },
    ],
  ])
})
