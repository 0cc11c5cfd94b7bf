import type { NumberForm } from '../numbers.ts'
import { columnNames, type Sheet } from '../sheet.ts'
import type { BookCell, BookSheet } from './read.ts'

/** How values become the text that a mapping reads. */
export interface CellForm extends Pick<NumberForm, 'decimal'> {
  /** A date form of dates.ts. */
  readonly dates: string
}

/** A workbook's sheet as rows under a line of names, which is the first that is not empty. Empty rows are none. */
export function asSheet(file: string, { rows }: BookSheet, form: CellForm): Sheet {
  const texts = rows.map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => cellText(cell, form)) }))
  const [head, ...body] = texts.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const columns = columnNames(head?.cells ?? [])
  const named = body.map(({ line, cells }) => {
    return { line, cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) }
  })
  return { file, columns, rows: named, broken: [] }
}

function cellText(cell: BookCell, { decimal, dates }: CellForm): string {
  if (cell === null) return ''
  if (cell instanceof Date) return dateText(cell, dates)
  return typeof cell === 'number' ? numberText(cell).replace('.', decimal) : String(cell).trim()
}

/** A spreadsheet keeps fifteen digits: what stands behind them is of the binary form. */
function numberText(number: number): string {
  const plain = Number(number.toPrecision(15))
  const text = String(plain)
  return text.includes('e')
    ? plain
        .toFixed(Math.abs(plain) < 1 ? 15 : 0)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : text
}

/** A spreadsheet's moment is a fraction of a day: it is right to the second, and then lacks a millisecond. */
function dateText(moment: Date, form: string): string {
  const date = new Date(Math.round(moment.getTime() / 1000) * 1000)
  const parts: Readonly<Record<string, number>> = {
    Y: date.getUTCFullYear(),
    M: date.getUTCMonth() + 1,
    D: date.getUTCDate(),
    h: date.getUTCHours(),
    m: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  }
  return form.replace(/[YMDhms]/g, (letter) => String(parts[letter] ?? 0).padStart(letter === 'Y' ? 4 : 2, '0'))
}
