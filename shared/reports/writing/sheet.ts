import { minorDigits } from '../../company/currency-code.ts'
import type { SheetTable, SheetValue } from '../../lists/sheet.ts'
import type { ReportRow } from '../answer.ts'
import { figureColumns, type ReportPrint, rowNames } from './layout.ts'
import { figureOf } from './paper.ts'
import { scaleOf, unitOf } from './units.ts'

/**
 * A report for spreadsheets: a column for each dimension of the rows, then the figures as numbers. Where rows have two
 * dimensions only the inner ones stand there, so that a column can be summed up; the total is the last row.
 */
export function reportSheet(print: ReportPrint): SheetTable {
  const { rows, table, words } = print
  const columns = figureColumns(print)
  const dimensions = rows.length === 0 ? [''] : rows.map((dimension) => words.dimensions[dimension])
  const scales = print.measures.map((measure) => scaleOf(unitOf(measure), minorDigits(print.code)))
  const line = (row: ReportRow, names: readonly string[]): SheetValue[] => [
    ...names.map((text): SheetValue => (text === '' ? null : { is: 'text', text })),
    ...columns.map((column): SheetValue => {
      const measure = print.measures[column.measure]
      const value = measure ? figureOf(row, column, measure) : null
      const scale = column.side === 'percent' ? 2 : (scales[column.measure] ?? 0)
      return value === null ? null : { is: 'number', value, scale }
    }),
  ]
  const inner = rows.length === 0 ? [] : table.rows.filter(({ keys }) => keys.length === rows.length)
  const total = [words.total, ...dimensions.slice(1).map(() => '')]
  return {
    heads: [...dimensions, ...columns.map(({ head }) => head)],
    rows: [...inner.map((row) => line(row, rowNames(row, print))), line(table.total, total)],
  }
}
