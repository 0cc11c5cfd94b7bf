import Papa from 'papaparse'
import type { RowProblem } from '../report.ts'

/** One row of a file: its cells by column, trimmed, and the line on which it begins, as an editor counts. */
export interface SheetRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A file of rows under a line of column names. */
export interface Sheet {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** Rows whose form is broken; they are not among `rows`. */
  readonly broken: readonly RowProblem[]
}

interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly badQuotes: boolean
}

/** Reads text of comma-separated values. Blank lines count as lines but are no rows. */
export function readSheet(file: string, text: string, delimiter: string): Sheet {
  const [head, ...body] = readRaw(text, delimiter).filter((row) => row.cells.some((cell) => cell !== ''))
  const columns = head?.cells ?? []
  const broken: RowProblem[] = []
  const rows: SheetRow[] = []
  for (const row of body) {
    const problem = problemOf(file, row, columns)
    if (problem) broken.push(problem)
    else rows.push({ line: row.line, cells: Object.fromEntries(columns.map((name, i) => [name, row.cells[i] ?? ''])) })
  }
  return { file, columns, rows, broken }
}

function readRaw(text: string, delimiter: string): RawRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false })
  const badQuotes = new Set(errors.flatMap((error) => (error.type === 'Quotes' ? [error.row] : [])))
  let line = 1
  return data.map((cells, i) => {
    const row = { line, cells: cells.map((cell) => cell.trim()), badQuotes: badQuotes.has(i) }
    line += 1 + cells.reduce((sum, cell) => sum + newlines(cell), 0)
    return row
  })
}

/** Line breaks inside a quoted cell: the rows after it stand that much lower in the file. */
function newlines(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0
}

function problemOf(file: string, row: RawRow, columns: readonly string[]): RowProblem | null {
  const at = { file, line: row.line, column: null }
  if (row.badQuotes) return { ...at, code: 'quotes', params: {} }
  if (row.cells.length === columns.length) return null
  return { ...at, code: 'cells-count', params: { expected: columns.length, found: row.cells.length } }
}
