import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../time/days.ts'
import { PERIODICITIES } from '../collections.ts'
import { periodsOf } from '../periods.ts'
import { changed } from './change.ts'
import { filling } from './fill.ts'
import { ROUNDINGS, spreadInSteps, taken } from './rule.ts'
import { cutsOf, gathering, movingOnto, sourceDays } from './source.ts'

const sum = fc.integer({ min: -1e11, max: 1e11 })
const step = fc.constantFrom(...ROUNDINGS)
const add = (parts: readonly (number | null)[]) => parts.reduce<number>((all, one) => all + (one ?? 0), 0)
const months = (from: string, until: string) => periodsOf({ from, until, periodicity: 'byMonth' })

describe('PN10: which days a period is filled from', () => {
  const days = (...[from, until, begin, end]: [string, string, string, string]) =>
    sourceDays(months(begin, end), { from, until }).map((one) => one && `${one.from} ${one.until}`)

  test('months from months, whatever their lengths', () => {
    expect(days('2015-01-01', '2015-03-31', '2016-02-01', '2016-04-30')).toEqual([
      '2015-01-01 2015-01-31',
      '2015-02-01 2015-02-28',
      '2015-03-01 2015-03-31',
    ])
  })

  test('a plan that is longer than its source goes through it again, over the end of a year', () => {
    expect(days('2016-09-01', '2016-09-30', '2016-11-01', '2017-01-31')).toEqual(
      Array.from({ length: 3 }, () => '2016-09-01 2016-09-30'),
    )
  })

  test('other days are put back by days; a cut period takes as many', () => {
    expect(days('2016-09-05', '2016-09-20', '2016-10-10', '2016-11-12')).toEqual([
      '2016-09-05 2016-09-20',
      '2016-09-11 2016-09-20',
    ])
    expect(days('2016-09-05', '2016-09-01', '2016-10-10', '2016-10-12')).toEqual([null])
  })

  test('each period’s days lie in the source, and are made of whole spans of facts', () => {
    const at = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2014-01-01', n))
    const length = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(at, length, at, length, fc.constantFrom(...PERIODICITIES), (from, long, begin, more, by) => {
        const source = { from, until: addDays(from, long) }
        const periods = periodsOf({ from: begin, until: addDays(begin, more), periodicity: by })
        const found = sourceDays(periods, source)
        const cuts = cutsOf(found)
        const lengths = cuts.map((cut, i) => (i + 1 < cuts.length ? daysBetween(cut, cuts[i + 1] as string) : 0))
        const told = gathering(found, cuts)(lengths)
        found.forEach((one, i) => {
          if (one === null) return
          expect(one.from >= source.from && one.until <= source.until).toBe(true)
          expect(told[i]).toBe(daysBetween(one.from, one.until) + 1)
        })
      }),
      { numRuns: 60 },
    )
  })
})

test('PN10: a plan of the year before comes to what it was, by whatever periods', () => {
  const by = fc.constantFrom(...PERIODICITIES)
  fc.assert(
    fc.property(by, by, fc.array(sum, { minLength: 1, maxLength: 60 }), (a, b, sums) => {
      const before = periodsOf({ from: '2014-02-01', until: '2014-05-31', periodicity: a })
      const after = periodsOf({ from: '2015-02-01', until: '2015-05-31', periodicity: b })
      const days = sourceDays(after, { from: '2014-02-01', until: '2014-05-31' })
      const values = before.map((_, i) => sums[i % sums.length] ?? null)
      expect(add(movingOnto(days, before)(values))).toBe(add(values))
    }),
    { numRuns: 60 },
  )
})

test('PN10: of a period of which a part alone is taken, as much is taken as its days', () => {
  const quarter = periodsOf({ from: '2014-01-01', until: '2014-03-31', periodicity: 'byQuarter' })
  const days = sourceDays(months('2015-01-01', '2015-01-31'), { from: '2014-01-01', until: '2014-03-31' })
  expect(movingOnto(days, quarter)([9_000])).toEqual([3_100])
})

describe('PN11: figures are taken by a share and rounded once', () => {
  test('to the nearest step, a half away from nothing', () => {
    const by = (figure: number, percent: number, to: number) => taken(figure, { percent, step: to })
    expect([by(10_50, 10_000, 100), by(10_49, 10_000, 100), by(-10_50, 10_000, 100)]).toEqual([11_00, 10_00, -11_00])
    expect([by(333, 11_000, 1), by(5, 10_000, 10), by(-4, 10_000, 10)]).toEqual([366, 10, 0])
    fc.assert(
      fc.property(sum, fc.integer({ min: 0, max: 50_000 }), step, (figure, percent, to) => {
        const value = taken(figure, { percent, step: to })
        expect(Math.abs(value % to)).toBe(0)
        expect(Math.abs(value - (figure * percent) / 10_000)).toBeLessThanOrEqual(to / 2 + 0.01)
      }),
    )
  })

  test('exactly, however large figure and share are', () => {
    const share = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(sum, share, step, (figure, percent, to) => {
        const by = 10_000n * BigInt(to)
        const doubled = 2n * BigInt(Math.abs(figure)) * BigInt(percent)
        const size = Number((doubled + by) / (2n * by)) * to
        expect(Math.abs(taken(figure, { percent, step: to }))).toBe(size)
        expect(taken(-figure, { percent, step: to }) + taken(figure, { percent, step: to })).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  const periods = months('2015-01-01', '2015-02-28')
  const target = {
    periods,
    rows: [{ id: 'r', first: 'Модули', second: null }],
    cells: { sum: Float64Array.of(100, Number.NaN), quantity: Float64Array.of(Number.NaN, Number.NaN) },
  }
  const rule = { percent: 20_000, step: 1, onlyEmpty: false, quantities: false }
  const from = (first: string) => ({ first, second: null, sum: [70, 30], quantity: [1_000, null] })

  test('filling tells what it would change of each row, and of new ones', () => {
    expect(filling(target, [from('Модули'), from('Мойки')], rule)).toEqual([
      {
        ...{ first: 'Модули', second: null, isNew: false, before: 100, after: 200 },
        cells: [
          { period: '2015-01-01', sum: 140 },
          { period: '2015-02-01', sum: 60 },
        ],
      },
      {
        ...{ first: 'Мойки', second: null, isNew: true, before: 0, after: 200 },
        cells: [
          { period: '2015-01-01', sum: 140 },
          { period: '2015-02-01', sum: 60 },
        ],
      },
    ])
  })

  test('only what is empty, and quantities, where that is asked for; what stands so already is no change', () => {
    const [only] = filling(target, [from('Модули')], { ...rule, onlyEmpty: true, quantities: true })
    expect(only?.cells).toEqual([
      { period: '2015-01-01', quantity: 2_000 },
      { period: '2015-02-01', sum: 60 },
    ])
    expect([only?.before, only?.after]).toEqual([100, 160])
    const same = { ...from('Модули'), sum: [50, 0] }
    expect(filling(target, [same, { ...from('Мойки'), sum: [0, null] }], rule)).toEqual([])
    const nothing = { ...from('Модули'), sum: [0, 0] }
    expect(filling(target, [nothing], rule)[0]?.cells).toEqual([{ period: '2015-01-01', sum: 0 }])
  })

  test('a row, a period or all is multiplied, spread or cleared; what stays is not written', () => {
    const all = { rows: [0], periods: [0, 1], measure: 'sum' } as const
    expect(changed(target, all, { what: 'multiply', percent: 11_000, step: 1 })).toEqual([
      { row: 'r', period: '2015-01-01', sum: 110 },
    ])
    expect(changed(target, all, { what: 'clear' })).toEqual([{ row: 'r', period: '2015-01-01', sum: null }])
    expect(changed(target, all, { what: 'spread', whole: 301, step: 1, by: 'evenly' })).toEqual([
      { row: 'r', period: '2015-01-01', sum: 151 },
      { row: 'r', period: '2015-02-01', sum: 150 },
    ])
    expect(changed(target, all, { what: 'spread', whole: 300, step: 1, by: [1, 2] })).toEqual([
      { row: 'r', period: '2015-02-01', sum: 200 },
    ])
    expect(changed(target, { ...all, periods: [1] }, { what: 'multiply', percent: 0, step: 1 })).toEqual([])
  })
})

test('PN7: in steps, too, the parts come to the whole, and all but one are whole steps', () => {
  fc.assert(
    fc.property(
      sum,
      fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 24 }),
      step,
      (whole, weights, to) => {
        const parts = spreadInSteps(whole, weights, to)
        expect(add(parts)).toBe(whole)
        expect(parts.filter((part) => part % to !== 0).length).toBeLessThanOrEqual(1)
      },
    ),
  )
})
