import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPARISONS, MEASURES, REPORT_SOURCES } from '../ask.ts'
import { READY } from './ready.ts'
import { asKeptView, dimensionsOf, fromKeptView, readReport, writeReport } from './text.ts'
import { askOf, firstView, REPORT_CHARTS, REPORT_PERIODS, type ReportView } from './view.ts'

const days = fc.option(fc.constantFrom('2015-02-01', '2026-12-31'))
const reports: fc.Arbitrary<ReportView> = fc.constantFrom(...REPORT_SOURCES).chain((source) => {
  const measures = [...MEASURES[source]]
  return fc
    .record({
      dimensions: fc.shuffledSubarray([...dimensionsOf(source)], { maxLength: 3 }),
      isAcross: fc.boolean(),
      measures: fc.shuffledSubarray(measures, { minLength: 1 }),
      period: fc.constantFrom(...REPORT_PERIODS),
      from: days,
      until: days,
      compare: fc.option(fc.constantFrom(...COMPARISONS)),
      filter: fc.constantFrom([], [{ field: 'sum', is: 'more', values: [5] } as const]),
      search: fc.string(),
      sort: fc.record({
        by: fc.constantFrom('name' as const, ...measures),
        column: fc.string(),
        down: fc.boolean(),
      }),
      chart: fc.constantFrom(...REPORT_CHARTS),
    })
    .map(({ dimensions, isAcross, ...rest }) => ({
      source,
      ...rest,
      rows: dimensions.slice(0, 2),
      columns: isAcross ? (dimensions[2] ?? null) : null,
    }))
})

test('a report is read from addresses and kept views as it was written', () => {
  fc.assert(
    fc.property(reports, (view) => {
      expect(readReport(writeReport(view))).toEqual(view)
      expect(fromKeptView(asKeptView(view))).toEqual(view)
    }),
  )
  for (const view of Object.values(READY)) expect(readReport(writeReport(view))).toEqual(view)
})

test('whatever a text brings, what is read is a report of its source, or none', () => {
  const texts = fc.dictionary(fc.constantFrom('rows', 'columns', 'measures', 'period', 'filter', 'sort'), fc.string())
  fc.assert(
    fc.property(texts, (written) => {
      expect(readReport(written)).toBeNull()
      const read = readReport({ ...written, source: 'sales' })
      expect(read && readReport(writeReport(read))).toEqual(read)
      expect(read?.measures.length).toBeGreaterThan(0)
    }),
  )
  expect(readReport({ source: 'debts', rows: 'age,month,age', columns: 'age', measures: 'margin' })).toEqual({
    ...firstView('debts'),
    rows: ['age'],
  })
  expect(fromKeptView({ columns: '{' })).toBeNull()
})

test('a period is told from today; only what has two ends is set beside another', () => {
  const view = { ...firstView('sales'), period: 'previousMonth', compare: 'previous' } as const
  expect(askOf(view, '2016-03-31')).toMatchObject({ from: '2016-02-01', until: '2016-02-29', compare: 'previous' })
  expect(askOf({ ...view, period: 'all' }, '2016-03-31')).toMatchObject({ from: null, until: null, compare: null })
  const own = { ...view, period: 'custom', from: '2015-01-01' } as const
  expect(askOf(own, '2016-03-31')).toMatchObject({ from: '2015-01-01', until: null, compare: null })
})
