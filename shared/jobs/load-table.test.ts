import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Portion } from './load.ts'
import { isOverloaded, loadColumns, loadTable } from './load-table.ts'

const hoursOn = () => 8_000
const portion = (part: Partial<Portion>): Portion => ({
  job: 'a',
  performer: 'kuzmin',
  day: '2026-11-27',
  hours: 1_000,
  ...part,
})

test('columns are days, or weeks from their Monday on', () => {
  expect(loadColumns('2026-11-27', 'day', 2)).toEqual([
    { from: '2026-11-27', to: '2026-11-27' },
    { from: '2026-11-28', to: '2026-11-28' },
  ])
  expect(loadColumns('2026-11-27', 'week', 2)).toEqual([
    { from: '2026-11-23', to: '2026-11-29' },
    { from: '2026-11-30', to: '2026-12-06' },
  ])
})

test('Q34: a cell is overloaded above what is worked, not at it', () => {
  const columns = loadColumns('2026-11-27', 'day', 2)
  const full = [portion({ hours: 8_000 }), portion({ job: 'b', day: '2026-11-28', hours: 8_001 })]
  const [row] = loadTable(full, [], columns, { hoursOn })
  expect(row?.cells.map(isOverloaded)).toEqual([false, true])
})

test('who has no job stands there, nobody only with one', () => {
  const columns = loadColumns('2026-11-27', 'day', 1)
  const ids = (some: readonly Portion[]) => loadTable(some, ['kuzmin'], columns, { hoursOn }).map(({ id }) => id)
  expect(ids([])).toEqual(['kuzmin'])
  expect(ids([portion({ performer: null })])).toEqual(['kuzmin', null])
})

test('Q33: every portion stands in one place of its person’s row, in days as in weeks', () => {
  const day = fc
    .integer({ min: -30, max: 60 })
    .map((n) => Temporal.PlainDate.from('2026-11-27').add({ days: n }).toString())
  const some = fc.array(
    fc.record({
      job: fc.constantFrom('a', 'b', 'c'),
      performer: fc.constantFrom(null, 'kuzmin', 'lebedev'),
      day: fc.option(day),
      hours: fc.integer({ min: 1, max: 20_000 }),
    }),
  )
  fc.assert(
    fc.property(some, fc.constantFrom('day' as const, 'week' as const), (portions, unit) => {
      const rows = loadTable(portions, ['kuzmin'], loadColumns('2026-11-27', unit, 6), { hoursOn })
      for (const { id, cells, before, later, undated } of rows) {
        const own = portions.filter(({ performer }) => performer === id)
        const all = [...cells, before, later, undated]
        expect(all.reduce((sum, { hours }) => sum + hours, 0)).toBe(own.reduce((sum, { hours }) => sum + hours, 0))
        for (const cell of all) expect(cell.jobs.reduce((sum, { hours }) => sum + hours, 0)).toBe(cell.hours)
      }
    }),
  )
})
