import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReportTable, tableAfter } from './answer.ts'
import type { ReportAsk } from './ask.ts'
import { type Fact, FactColumns } from './facts/columns.ts'
import { OpenReport, reportOf } from './report.ts'
import { ask, facts, KNOWN, OWNERS, SOURCE } from './testing/arbitrary.ts'
import { naiveReport } from './testing/naive.ts'

type Put = readonly [owner: string, facts: readonly Fact[]]
const puts = fc.array(fc.tuple(fc.constantFrom(...OWNERS), facts), { maxLength: 12 })

function ownedBy(puts: readonly Put[]) {
  return [...new Map(puts)].flatMap(([owner, facts]) => facts.map((fact) => ({ owner, fact })))
}

const groundOf = (columns: FactColumns) => ({ source: SOURCE, columns, known: KNOWN, now: 0, passes: null })

/** A report without columns that have no facts, which the naive one does not have, in any order. */
function plain(
  { columns, rows, total }: Pick<ReportTable, 'columns' | 'rows' | 'total'>,
  kept: readonly (string | null)[],
) {
  const places = [...kept.map((key) => columns.indexOf(key)), columns.length]
  const shown = ({ keys, figures }: ReportTable['total']) => ({
    keys,
    figures: figures.map((all) => places.map((place) => all[place])),
  })
  return { rows: rows.map(shown), total: shown(total) }
}

function expectSame(table: ReportTable, puts: readonly Put[], asked: ReportAsk): void {
  const naive = naiveReport(SOURCE, ownedBy(puts), asked, KNOWN)
  expect(table.columns).toEqual(expect.arrayContaining([...naive.columns]))
  expect(plain(table, naive.columns)).toEqual(plain(naive, naive.columns))
}

test('RP4, RP5, RP6: a report is what a naive one over all facts is', () => {
  fc.assert(
    fc.property(puts, ask, (puts, asked) => {
      const columns = new FactColumns(SOURCE)
      for (const put of puts) columns.put(...put)
      expectSame(reportOf(groundOf(columns), asked), puts, asked)
    }),
    { numRuns: 1_500 },
  )
})

test('RP8: an open report follows each change, and is what one made anew is', () => {
  fc.assert(
    fc.property(puts, fc.array(ask, { minLength: 1, maxLength: 3 }), (puts, asks) => {
      const columns = new FactColumns(SOURCE)
      const reports = asks.map((asked) => [asked, new OpenReport(groundOf(columns), asked)] as const)
      for (const [at, put] of puts.entries()) {
        columns.put(...put)
        for (const [asked, report] of reports) expectSame(report.read(), puts.slice(0, at + 1), asked)
      }
      for (const owner of OWNERS) columns.remove(owner)
      for (const [, report] of reports) expect(report.read().rows).toEqual([])
      expect(columns.count).toBe(0)
    }),
    { numRuns: 300 },
  )
})

test('RP17: what is put together of changes is the report as it is read whole, and rows that did not change stay themselves', () => {
  fc.assert(
    fc.property(puts, ask, fc.constantFrom(null, 'previous' as const), (puts, asked, compare) => {
      const columns = new FactColumns(SOURCE)
      const report = new OpenReport(groundOf(columns), { ...asked, compare })
      let table = report.read()
      for (const put of puts) {
        columns.put(...put)
        const change = report.changed()
        const after = tableAfter(table, change)
        expect(after).toEqual(reportOf(groundOf(columns), { ...asked, compare }))
        if (!('columns' in change)) {
          const changed = new Set(change.rows.map(([place]) => place))
          expect(after.rows.every((row, place) => changed.has(place) || row === table.rows[place])).toBe(true)
        }
        table = after
      }
    }),
    { numRuns: 500 },
  )
})

test('RP17: one changed order is told by its own rows', () => {
  const columns = new FactColumns(SOURCE)
  const sold = (product: string, sum: number) => [{ day: 0, keys: [product], sums: [sum] }]
  for (const [owner, product] of [
    ['o1', 'oven'],
    ['o2', 'hob'],
    ['o3', 'shelf'],
  ] as const)
    columns.put(owner, sold(product, 5))
  const report = new OpenReport(groundOf(columns), {
    ...{ source: 'sales', rows: ['product'], columns: null, measures: ['sum'], from: null, until: null },
    ...{ compare: null, filter: [], search: '' },
  })
  report.read()
  columns.put('o2', sold('hob', 7))
  expect(report.changed()).toMatchObject({ rows: [[0, { keys: ['hob'], figures: [[7]] }]], total: { figures: [[17]] } })
  columns.put('o2', sold('oven', 7))
  expect(report.changed()).toMatchObject({ rows: [{ keys: ['oven'], figures: [[12]] }, { keys: ['shelf'] }] })
})

test('RP17: a report that was read once follows nothing', () => {
  const columns = new FactColumns(SOURCE)
  let asked = 0
  const passes = () => ++asked > 0
  columns.put('o1', [{ day: 0, keys: ['oven'], sums: [5] }])
  reportOf(
    { ...groundOf(columns), passes },
    {
      ...{ source: 'sales', rows: [], columns: null, measures: ['sum'], from: null, until: null },
      ...{ compare: null, filter: [], search: '' },
    },
  )
  columns.put('o1', [{ day: 0, keys: ['oven'], sums: [6] }])
  expect(asked).toBe(1)
})

test('RP9: owners that do not pass take no part, and are looked at again when they change', () => {
  fc.assert(
    fc.property(puts, fc.array(fc.subarray(OWNERS), { minLength: 1 }), ask, (puts, filters, asked) => {
      const columns = new FactColumns(SOURCE)
      let passing: readonly string[] = []
      const report = new OpenReport({ ...groundOf(columns), passes: (owner) => passing.includes(owner) }, asked)
      const took = new Map<string, boolean>()
      for (const [at, [owner, facts]] of puts.entries()) {
        passing = filters[at % filters.length] ?? []
        columns.put(owner, facts)
        took.set(owner, passing.includes(owner))
      }
      expectSame(
        report.read(),
        [...new Map(puts)].filter(([owner]) => took.get(owner)),
        asked,
      )
    }),
    { numRuns: 300 },
  )
})

test('RP3: rows that are not in use are closed up, and nothing is lost by it', () => {
  const columns = new FactColumns(SOURCE)
  const many = Array.from({ length: 50 }, (_, at): Fact => ({ day: at, keys: ['oven', 'a'], sums: [at, 1] }))
  for (let turn = 0; turn < 400; turn++) columns.put(`o${turn % 7}`, many.slice(0, 1 + (turn % 50)))
  expect(columns.size).toBeLessThan(2 * 4096)
  const last = Array.from({ length: 7 }, (_, at) => 1 + ((393 + at) % 50)).reduce((sum, count) => sum + count, 0)
  expect(columns.count).toBe(last)
  const total = reportOf(groundOf(columns), {
    ...{ source: 'sales', rows: [], columns: null, measures: ['quantity', 'orders'], from: null, until: null },
    ...{ compare: null, filter: [], search: '' },
  }).total
  expect(total.figures).toEqual([[last], [7]])
})

test('RP7: spans stand without gaps from the first day asked for to the last, else from the first with facts', () => {
  const columns = new FactColumns(SOURCE)
  columns.put('o1', [{ day: 0, keys: ['oven'], sums: [5] }])
  columns.put('o2', [{ day: 100, keys: ['hob'], sums: [7] }])
  const of = (from: string | null, until: string | null, columns_: ReportAsk['columns'] = 'month') =>
    reportOf(groundOf(columns), {
      ...{ source: 'sales', rows: ['category'], columns: columns_, measures: ['sum'], from, until },
      ...{ compare: null, filter: [], search: '' },
    })
  expect(of(null, null).columns).toEqual(['1970-01-01', '1970-02-01', '1970-03-01', '1970-04-01'])
  expect(of('1969-12-05', '1970-02-03').columns).toEqual(['1969-12-01', '1970-01-01', '1970-02-01'])
  expect(of('1969-12-05', '1970-02-03').total.figures).toEqual([[0, 5, 0, 5]])
  expect(of(null, null, { cuts: ['1970-02-01', '1970-03-01'] })).toMatchObject({
    columns: ['1970-02-01', '1970-03-01'],
    total: { figures: [[0, 7, 7]] },
  })
})
