import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MEASURES, REPORT_SOURCES, type ReportAsk } from '../ask.ts'
import { askOn, writeAsk } from './schedule-ask.ts'

const ASK: ReportAsk = {
  source: 'debts',
  rows: ['manager', 'age'],
  columns: 'kind',
  measures: ['theyOwe', 'overdue'],
  from: null,
  until: '2026-05-31',
  compare: null,
  filter: [{ field: 'state', is: 'equal', values: ['begun'] }],
  search: 'Ассоль',
}
const TODAY = '2026-11-28'

test('RP49: a schedule asks what was kept, of its own days or of those of its period', () => {
  expect(askOn({ ask: writeAsk(ASK), period: null }, TODAY)).toEqual(ASK)
  expect(askOn({ ask: writeAsk(ASK), period: 'previousMonth' }, TODAY)).toEqual({
    ...ASK,
    ...{ from: '2026-10-01', until: '2026-10-31' },
  })
  const cut = { ...ASK, columns: { cuts: ['2026-01-01', '2026-02-01'] } }
  expect(askOn({ ask: writeAsk(cut), period: null }, TODAY)).toEqual(cut)
})

test('RP49: whatever is kept there, an ask is read that its source can answer, or none', () => {
  expect(askOn({ ask: null, period: 'thisMonth' }, TODAY)).toBeNull()
  expect(askOn({ ask: '{"source":"weather"}', period: null }, TODAY)).toBeNull()
  expect(
    askOn({ ask: '{"source":"sales","rows":["age","customer"],"from":"2026-02-31"}', period: null }, TODAY),
  ).toEqual({
    ...{ source: 'sales', rows: ['customer'], columns: null, measures: ['sum'], from: null, until: null },
    ...{ compare: null, filter: [], search: '' },
  })
  const aSource = fc.record(
    {
      source: fc.constantFrom(...REPORT_SOURCES),
      rows: fc.jsonValue(),
      columns: fc.jsonValue(),
      measures: fc.jsonValue(),
    },
    { requiredKeys: ['source'] },
  )
  const kept = fc.oneof(
    fc.string(),
    fc.json(),
    aSource.map((parts) => JSON.stringify(parts)),
  )
  fc.assert(
    fc.property(kept, (ask) => {
      const read = askOn({ ask, period: null }, TODAY)
      if (read === null) return
      expect(read.measures.every((one) => MEASURES[read.source].some((name) => name === one))).toBe(true)
      expect(askOn({ ask: writeAsk(read), period: null }, TODAY)).toEqual(read)
    }),
  )
})
