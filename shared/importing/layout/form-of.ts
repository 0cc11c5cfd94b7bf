import { dateReader } from '../reading/dates.ts'
import type { Mapping } from '../reading/mapping.ts'
import type { Sheet } from '../reading/sheet.ts'
import type { CellForms } from './layout.ts'

/** So many rows say how a file writes its numbers and dates. */
const LOOKED_AT = 1000
/** The likeliest first: it is taken where nothing tells. */
export const DATES = [
  'D.M.Y',
  'Y-M-D',
  'D.M.Y h:m',
  'D.M.Y h:m:s',
  'Y-M-D h:m',
  'Y-M-D h:m:s',
  'D/M/Y',
  'M/D/Y',
] as const

/** How a table writes numbers and dates: as somebody has said, else by its cells. */
export function formOf({ rows }: Sheet, said: Partial<CellForms> = {}): Mapping['format'] {
  const cells = rows.slice(0, LOOKED_AT).flatMap((row) => Object.values(row.cells))
  const guessed = numbersOf(cells)
  const { decimal = guessed.decimal, dates = datesOf(cells) } = said
  // What parts thousands is never the sign before the decimals.
  return { dates, decimal, group: guessed.group === decimal ? ' ' : guessed.group }
}

function datesOf(cells: readonly string[]): CellForms['dates'] {
  const dated = cells.filter((cell) => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(cell))
  const scored = DATES.map((form) => {
    const read = dateReader(form)
    return { form, score: dated.filter((cell) => read(cell) !== null).length }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).form
}

/** A number with both signs has its decimals behind the last one; with one, behind that, unless just three digits follow. */
function numbersOf(cells: readonly string[]): { readonly decimal: '.' | ','; readonly group: '' | ' ' | ',' | '.' } {
  const count = (form: RegExp) => cells.filter((cell) => form.test(cell)).length
  const commas = count(/^-?[\d\s.]*\d,(?:\d{1,2}|\d{4,})$/)
  const dots = count(/^-?[\d\s,]*\d\.(?:\d{1,2}|\d{4,})$/)
  const decimal = dots > commas ? '.' : ','
  if (dots === 0 && commas === 0) return { decimal: '.', group: ' ' }
  const grouped = count(decimal === '.' ? /^-?\d{1,3}(?:,\d{3})+\.\d+$/ : /^-?\d{1,3}(?:\.\d{3})+,\d+$/)
  return { decimal, group: grouped === 0 ? ' ' : decimal === '.' ? ',' : '.' }
}
