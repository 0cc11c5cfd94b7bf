import Papa from 'papaparse'
import { unguarded } from '../../../lists/sheet.ts'
import type { RowProblem } from '../../report.ts'
import { BROKEN } from '../bytes/decode.ts'
import { columnNames, type Sheet, type SheetRow } from '../sheet.ts'
import { withoutTold } from './separator.ts'

interface RawRow {
  readonly line: number
  /** Lines that it takes in the file. */
  readonly lines: number
  readonly cells: readonly string[]
  readonly badQuotes: boolean
}

/** So often a row that is broken over several lines is taken for its first one alone, and reading begins again after it. */
const RESUMED = 20

/** Reads text of comma-separated values. Blank lines count as lines but are no rows. */
export function readSheet(file: string, text: string, delimiter: string): Sheet {
  return new SheetReader(file, withoutTold(text), delimiter).read()
}

class SheetReader {
  readonly #file: string
  readonly #text: string
  readonly #delimiter: string
  readonly #broken: RowProblem[] = []
  readonly #rows: SheetRow[] = []
  #columns: readonly string[] | null = null
  #resumed = 0

  constructor(file: string, text: string, delimiter: string) {
    this.#file = file
    this.#text = text
    this.#delimiter = delimiter
  }

  read(): Sheet {
    const starts = startsOfLines(this.#text)
    for (let line: number | null = 1; line !== null; ) line = this.#readFrom(line, starts[line - 1] ?? 0)
    return { file: this.#file, columns: this.#columns ?? [], rows: this.#rows, broken: this.#broken }
  }

  /**
   * Takes the rows from a line on, to the end: null. Or to a broken row that spreads over several lines, as after a quotation
   * mark that is not closed: only its first line is broken, and the number of the next is given, to go on from there.
   */
  #readFrom(first: number, start: number): number | null {
    for (const row of readRaw(this.#text.slice(start), this.#delimiter, first)) {
      if (row.cells.every((cell) => cell === '')) continue
      const isWhole = this.#take(row)
      if (!isWhole && row.lines > 1 && this.#resumed++ < RESUMED) return row.line + 1
    }
    return null
  }

  #take(row: RawRow): boolean {
    if (this.#columns === null) {
      this.#columns = columnNames(row.cells)
      return true
    }
    const problem = problemOf(this.#file, row, this.#columns)
    if (problem) this.#broken.push(problem)
    else this.#rows.push({ line: row.line, cells: cellsByName(this.#columns, row.cells) })
    return !problem
  }
}

function cellsByName(columns: readonly string[], cells: readonly string[]): SheetRow['cells'] {
  return Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']))
}

function readRaw(text: string, delimiter: string, first: number): RawRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false })
  const badQuotes = new Set(errors.flatMap((error) => (error.type === 'Quotes' ? [error.row] : [])))
  let line = first
  return data.map((cells, i) => {
    const lines = 1 + cells.reduce((sum, cell) => sum + newlines(cell), 0)
    const row = { line, lines, cells: cells.map((cell) => unguarded(cell.trim())), badQuotes: badQuotes.has(i) }
    line += lines
    return row
  })
}

/** Line breaks inside a quoted cell: the rows after it stand that much lower in the file. */
function newlines(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0
}

/** Where each line of the text begins. */
function startsOfLines(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((found) => found.index + found[0].length)]
}

function problemOf(file: string, row: RawRow, columns: readonly string[]): RowProblem | null {
  const at = { file, line: row.line, column: null }
  if (row.badQuotes) return { ...at, code: 'quotes', params: {} }
  if (row.cells.length !== columns.length)
    return { ...at, code: 'cells-count', params: { expected: columns.length, found: row.cells.length } }
  const torn = row.cells.findIndex((cell) => cell.includes(BROKEN))
  return torn < 0
    ? null
    : { ...at, column: columns[torn] ?? null, code: 'encoding', params: { value: row.cells[torn] ?? '' } }
}
