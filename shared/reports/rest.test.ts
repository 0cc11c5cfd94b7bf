import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REST } from './answer.ts'
import type { ReportAsk } from './ask.ts'
import { ownersBehind } from './behind.ts'
import { type Fact, FactColumns } from './facts/columns.ts'
import { reportOf } from './report.ts'
import { MOST_COLUMNS } from './rest.ts'
import { KNOWN, SOURCE } from './testing/arbitrary.ts'
import { numberOf } from './testing/naive.ts'

const ask: ReportAsk = {
  ...{ source: 'sales', rows: ['manager'], columns: 'order', measures: ['sum', 'orders', 'margin'] },
  ...{ from: '2026-01-01', until: '2026-12-31', compare: 'lastYear', filter: [], search: '' },
}

function fact(day: string, manager: string, sum: number, profit: number): Fact {
  const sums = SOURCE.sums.map((name) => ({ sum, profit, known: sum })[name] ?? 0)
  const keys = SOURCE.dimensions.map((name) => (name === 'manager' ? manager : null))
  return { day: numberOf(day), keys, sums }
}

test('RP19: of many columns those with most of the first measure stand, all others in one, so that columns come to the total', () => {
  const anOrder = fc.record({
    manager: fc.constantFrom('m1', 'm2'),
    sum: fc.integer({ min: -500, max: 500 }),
    day: fc.constantFrom('2025-05-05', '2026-05-05'),
  })
  fc.assert(
    fc.property(fc.array(anOrder, { minLength: 40, maxLength: 120, size: 'max' }), (all) => {
      const columns = new FactColumns(SOURCE)
      for (const [at, { manager, sum, day }] of all.entries()) columns.put(`o${at}`, [fact(day, manager, sum, 1)])
      const ground = { source: SOURCE, columns, known: KNOWN, now: 0, passes: null }
      const table = reportOf(ground, ask)
      const own = all.flatMap(({ day, sum }, at) => (day > '2026' ? [{ id: `o${at}`, sum: Math.abs(sum) }] : []))
      const isCut = own.length > MOST_COLUMNS
      expect(table.rest ?? 0).toBe(isCut ? own.length - MOST_COLUMNS : 0)
      if (!isCut) return
      expect(table.columns).toHaveLength(MOST_COLUMNS + 1)
      expect(table.columns.at(-1)).toBe(REST)
      const shown = own.filter(({ id }) => table.columns.includes(id))
      const hidden = own.filter(({ id }) => !table.columns.includes(id))
      expect(Math.min(...shown.map(({ sum }) => sum))).toBeGreaterThanOrEqual(Math.max(...hidden.map(({ sum }) => sum)))
      for (const { figures, earlier, keys } of [...table.rows, table.total]) {
        for (const side of [figures, earlier]) {
          for (const of of side?.slice(0, 2) ?? [])
            expect(of.slice(0, -1).reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(of.at(-1))
        }
        const behind = ownersBehind(ground, ask, { keys, column: REST, measure: 'orders' })
        expect(behind.length).toBe(figures[1]?.at(-2))
        expect(behind.filter((id) => table.columns.includes(id))).toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})
