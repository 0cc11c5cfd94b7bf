import { expect, test } from 'vitest'
import { DIMENSIONS, MEASURES, REPORT_SOURCES, STEPS } from '../ask.ts'
import { FactColumns } from '../facts/columns.ts'
import { reportOf } from '../report.ts'
import { KNOWN } from '../testing/arbitrary.ts'
import { ratioOf } from './measures.ts'
import { SOURCES } from './sources.ts'

test.each(REPORT_SOURCES)('RP2: every dimension and measure that is offered of %s is there', (name) => {
  const source = SOURCES[name]
  const columns = new FactColumns(source)
  columns.put('o1', [{ day: 0, keys: [], sums: source.sums.map(() => 1) }])
  const ground = { source, columns, known: KNOWN, now: 0, passes: null }
  for (const dimension of [...DIMENSIONS[name], ...STEPS]) {
    const ask = { source: name, rows: [dimension], columns: null, from: null, until: null, compare: null } as const
    const { rows } = reportOf(ground, { ...ask, measures: MEASURES[name], filter: [], search: '' })
    expect([dimension, rows.length, rows[0]?.figures.length]).toEqual([dimension, 1, MEASURES[name].length])
  }
})

test('RP1: a share is rounded once, half up, away from nothing below it; of nothing there is none', () => {
  expect([ratioOf(1, 8, 100), ratioOf(-1, 8, 100), ratioOf(1, -8, 100), ratioOf(5, 0)]).toEqual([13, -13, -13, null])
})
