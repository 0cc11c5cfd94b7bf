import Papa from 'papaparse'
import type { Language } from '../locales/index.ts'
import { decimalText } from './decimal-text.ts'
import { escaped } from './escaped.ts'

/** A value as spreadsheets take it. Null: an empty cell. */
export type SheetValue =
  | null
  | { readonly is: 'text'; readonly text: string }
  /** An integer of 10^-scale units: minor units of a currency have scale 2. */
  | { readonly is: 'number'; readonly value: number; readonly scale: number }
  /** A plain date, `YYYY-MM-DD`. */
  | { readonly is: 'date'; readonly date: string }
  /** A day and a time of day, `HH:MM`. */
  | { readonly is: 'time'; readonly date: string; readonly time: string }

/** A list as a table for spreadsheets. */
export interface SheetTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly SheetValue[])[]
}

/** How spreadsheets of a language read what is typed. */
const FORMS = {
  ru: { separator: ';', mark: ',', date: (date: string) => date.split('-').reverse().join('.') },
  en: { separator: ',', mark: '.', date: (date: string) => date },
} as const satisfies { readonly [L in Language]: object }

/** By it programs know that a file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * What a spreadsheet would run as a formula; it is then written behind an apostrophe. Numbers and telephone numbers are
 * none. What stands behind apostrophes already gets one more, so that each can be taken off again.
 */
const FORMULA = /^'*(?![+-]?[\d\s().,-]*\d$)[=+\-@\t\r]/

/** A cell without the apostrophe that was put before a formula. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}

/** The table as a CSV file. */
export function asCsv(table: SheetTable, language: Language): string {
  return BYTE_ORDER_MARK + written(table, language, FORMS[language].separator)
}

/** The table as text that is pasted into a spreadsheet, cell by cell. */
export function asTsv(table: SheetTable, language: Language): string {
  return written(table, language, '\t')
}

/** The table as HTML, which spreadsheets and letters paste as a table. */
export function asHtml({ heads, rows }: SheetTable, language: Language): string {
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(guarded(cell))}</${tag}>`).join('')}</tr>`
  const body = rows.map((values) => row(texts(values, language), 'td')).join('')
  return `<meta charset="utf-8"><table><thead>${row(heads, 'th')}</thead><tbody>${body}</tbody></table>`
}

function written({ heads, rows }: SheetTable, language: Language, delimiter: string): string {
  const data = rows.map((values) => texts(values, language))
  return Papa.unparse([[...heads], ...data], { delimiter, newline: '\r\n', escapeFormulae: FORMULA })
}

function texts(values: readonly SheetValue[], language: Language): string[] {
  return values.map((value) => textOf(value, language))
}

function textOf(value: SheetValue, language: Language): string {
  const { mark, date } = FORMS[language]
  switch (value?.is) {
    case 'text':
      return value.text
    case 'number':
      return decimalText(value.value, value.scale, mark)
    case 'date':
      return date(value.date)
    case 'time':
      return `${date(value.date)} ${value.time}`
    default:
      return ''
  }
}

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}
