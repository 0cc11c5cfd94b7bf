import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownersBehind } from './behind.ts'
import { FactColumns } from './facts/columns.ts'
import { reportOf } from './report.ts'
import { ask, facts, KNOWN, OWNERS, SOURCE } from './testing/arbitrary.ts'

test('RP16: behind each figure stand as many owners as it counts, and a report of these alone says the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...OWNERS), facts), { maxLength: 8 }), ask, (owned, one) => {
      const asked = { ...one, measures: ['orders', 'sum'] as const }
      const columns = new FactColumns(SOURCE)
      for (const put of owned) columns.put(...put)
      const ground = { source: SOURCE, columns, known: KNOWN, now: 0, passes: null }
      const table = reportOf(ground, asked)
      for (const { keys, figures } of [...table.rows, table.total]) {
        for (const [at, column] of [...table.columns, undefined].entries()) {
          const owners = ownersBehind(ground, asked, { keys, measure: 'sum', ...(column !== undefined && { column }) })
          expect(new Set(owners).size).toBe(figures[0]?.[at])
          const again = reportOf({ ...ground, passes: (owner) => owners.includes(owner) }, asked)
          const row = [...again.rows, again.total].find((one) => JSON.stringify(one.keys) === JSON.stringify(keys))
          const place = column === undefined ? again.columns.length : again.columns.indexOf(column)
          if (owners.length > 0) expect(row?.figures.map((all) => all[place])).toEqual(figures.map((all) => all[at]))
        }
      }
    }),
    { numRuns: 100 },
  )
})
