import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportAsk } from './ask.ts'
import { FactColumns } from './facts/columns.ts'
import { OpenReport, reportOf } from './report.ts'
import { ask, facts, KNOWN, OWNERS, SOURCE } from './testing/arbitrary.ts'
import { naiveReport } from './testing/naive.ts'

const ASK: ReportAsk = {
  ...{ source: 'sales', rows: ['segment'], columns: null, measures: ['sum', 'orders', 'customers'] },
  ...{ from: null, until: null, compare: null, filter: [], search: '' },
}
const groundOf = (columns: FactColumns) => ({ source: SOURCE, columns, known: KNOWN, now: 0, passes: null })
const sold = (customer: string | null, sum: number) => [{ day: 0, keys: ['oven', customer], sums: [sum] }]

test('RP21: a customer of two segments counts in each, and once in the total; whoever is in none stands by himself', () => {
  const columns = new FactColumns(SOURCE)
  // `b` was merged into `a`, who is in s1 and s2, which is called «А»; `c` is in s2, `d` in none.
  for (const [owner, customer, sum] of [
    ['o1', 'a', 10],
    ['o2', 'b', 5],
    ['o3', 'c', 3],
    ['o4', 'd', 2],
    ['o5', null, 1],
  ] as const)
    columns.put(owner, sold(customer, sum))
  const told = (asked: Partial<ReportAsk>) => {
    const { rows, total } = reportOf(groundOf(columns), { ...ASK, ...asked })
    return [...rows, total].map(({ keys, figures }) => [...keys, ...figures.map((one) => one.at(-1))])
  }
  expect(told({})).toEqual([
    ['s2', 18, 3, 2],
    ['s1', 15, 2, 1],
    [null, 3, 2, 1],
    [21, 5, 3],
  ])
  expect(told({ rows: ['product', 'segment'], measures: ['sum'] })).toEqual([
    ['oven', 21],
    ['oven', 's2', 18],
    ['oven', 's1', 15],
    ['oven', null, 3],
    [21],
  ])
})

test('RP21: by segments, whatever stands beside them, a report that is kept open is what a naive one over all facts is', () => {
  const bySegment = ask.map((one) => ({
    ...one,
    rows: ['segment' as const, ...one.rows.filter((row) => row !== 'segment').slice(0, 1)],
  }))
  const puts = fc.array(fc.tuple(fc.constantFrom(...OWNERS), facts), { maxLength: 10 })
  fc.assert(
    fc.property(puts, bySegment, (all, asked) => {
      const columns = new FactColumns(SOURCE)
      const report = new OpenReport(groundOf(columns), asked)
      for (const put of all) columns.put(...put)
      const owned = [...new Map(all)].flatMap(([owner, own]) => own.map((fact) => ({ owner, fact })))
      const [table, naive] = [report.read(), naiveReport(SOURCE, owned, asked, KNOWN)]
      const totals = ({ keys, figures }: (typeof table)['total']) => [keys, figures.map((one) => one.at(-1))]
      expect([...table.rows, table.total].map(totals)).toEqual([...naive.rows, naive.total].map(totals))
      report.close()
    }),
    { numRuns: 400 },
  )
})
