import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PERIODICITIES } from './collections.ts'
import { plannedInMonth } from './month.ts'
import { periodsOf } from './periods.ts'

test('PN8: a month of a quarterly plan is its share by days; one of a monthly plan is what stands there', () => {
  const plan = { from: '2026-10-01', until: '2026-12-31' } as const
  const month = plannedInMonth({ ...plan, periodicity: 'byQuarter' }, new Map([['2026-10-01', 92_00]]), '2026-11-15')
  expect(month).toEqual({ id: '2026-11-01', from: '2026-11-01', until: '2026-11-30', sum: 30_00 })
  const own = new Map([
    ['2026-10-01', 5],
    ['2026-11-01', 7],
  ])
  expect(plannedInMonth({ ...plan, periodicity: 'byMonth' }, own, '2026-11-30')?.sum).toBe(7)
  expect(plannedInMonth({ ...plan, periodicity: 'byMonth' }, own, '2026-12-01')).toBeNull()
  expect(plannedInMonth({ ...plan, periodicity: 'byMonth' }, own, '2027-01-01')).toBeNull()
})

test('PN8: the months of a plan come to what it plans, however it is cut and at its ends', () => {
  const aPlan = fc.record({
    from: fc.constantFrom('2026-01-01', '2026-02-12', '2026-03-31'),
    until: fc.constantFrom('2026-04-01', '2026-05-30', '2026-06-30'),
    periodicity: fc.constantFrom(...PERIODICITIES),
  })
  fc.assert(
    fc.property(aPlan, fc.array(fc.integer({ min: 0, max: 9_999_99 }), { minLength: 1 }), (plan, sums) => {
      const cells = new Map(periodsOf(plan).map(({ id }, at) => [id, sums[at % sums.length] ?? 0]))
      const months = periodsOf({ ...plan, periodicity: 'byMonth' })
      const parts = months.map(({ until }) => plannedInMonth(plan, cells, until)?.sum ?? 0)
      const all = (some: Iterable<number>) => [...some].reduce((sum, one) => sum + one, 0)
      expect(all(parts)).toBe(all(cells.values()))
    }),
  )
})
