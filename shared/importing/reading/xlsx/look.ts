import { type FileProblem, problemAt } from '../problem.ts'

/** Cells that a sheet may come to, its empty ones too: a hundred thousand rows of a hundred columns, twice. */
const CELLS = 20_000_000
/** Cells that are told one by one. */
const TOLD = 100
const ROW_NUMBER = /<(?:\w+:)?row\b[^>]*?\sr=["'](\d+)["']/g
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
const ADDRESS = /\sr=["']([A-Za-z]+)(\d+)["']/
const ERROR = /\st=["']e["']/
const FORMULA = /<(?:\w+:)?f[\s>/]/
const VALUE = /<(?:\w+:)?v[\s>]/

/** What a sheet's text tells before it is read as a table. */
export interface Looked {
  /** The sheet is not read. */
  readonly refused: FileProblem | null
  /** Cells that are read as empty: of an error, or of a formula that nobody has reckoned. */
  readonly problems: readonly FileProblem[]
}

/**
 * Looks through a sheet before a table is made of it, which has a cell for each place between the first and the last that is named:
 * a few bytes can name a place a thousand million rows away.
 */
export function lookThrough(xml: string): Looked {
  let rows = 0
  let columns = 0
  const problems: FileProblem[] = []
  for (const [, row] of xml.matchAll(ROW_NUMBER)) rows = Math.max(rows, Number(row))
  for (const [, head = '', inside = ''] of xml.matchAll(CELL)) {
    const [, letters = '', row = ''] = ADDRESS.exec(head) ?? []
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnOf(letters))
    const code = problemOf(head, inside)
    if (code && problems.length < TOLD)
      problems.push(problemAt(Number(row) || null, code, { cell: `${letters}${row}` }))
  }
  const isTooMuch = rows * Math.max(1, columns) > CELLS
  return { refused: isTooMuch ? problemAt(null, 'book-too-many-cells', { rows, columns }) : null, problems }
}

function problemOf(head: string, inside: string): 'book-cell-error' | 'book-cell-formula' | null {
  if (ERROR.test(head)) return 'book-cell-error'
  return FORMULA.test(inside) && !VALUE.test(inside) ? 'book-cell-formula' : null
}

/** A column's number: A is 1. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
