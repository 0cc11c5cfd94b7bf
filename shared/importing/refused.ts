import type { SheetTable, SheetValue } from '../lists/sheet.ts'
import { fill } from '../locales/fill.ts'
import type { Words } from '../locales/index.ts'
import type { Sheet } from './reading/sheet.ts'
import type { RowProblem } from './report.ts'

/** Why a row was not taken, its column before it. */
export function rowProblemText({ column, code, params }: RowProblem, words: Words): string {
  const collections: Readonly<Record<string, string>> = words.importing.what
  const { collection } = params
  const named = { ...params, ...(collection !== undefined && { collection: collections[collection] ?? collection }) }
  const why = fill(words.importing.problems[code], named)
  return column === null ? why : fill(words.exchange.preview.problem, { column, why })
}

/**
 * The rows of a sheet that are refused, as a table to be put right and taken in again: behind their cells stand their line and why
 * (SPEC X27). A row whose form is broken has no cells that could be told apart.
 */
export function refusedRows(sheet: Sheet, problems: readonly RowProblem[], words: Words): SheetTable {
  const byLine = Map.groupBy(
    problems.filter(({ file }) => file === sheet.file),
    ({ line }) => line,
  )
  const cells = new Map(sheet.rows.map((row) => [row.line, row.cells]))
  const rows = [...byLine].map(([line, all]) => {
    const why = all.map((problem) => rowProblemText(problem, words)).join('; ')
    const own = sheet.columns.map((column) => text(cells.get(line)?.[column] ?? ''))
    return { line, values: [...own, { is: 'number', value: line, scale: 0 } as const, text(why)] }
  })
  const { line, why } = words.exchange.refused
  return {
    heads: [...sheet.columns, line, why],
    rows: rows.sort((a, b) => a.line - b.line).map(({ values }) => values),
  }
}

function text(words: string): SheetValue {
  return words === '' ? null : { is: 'text', text: words }
}
