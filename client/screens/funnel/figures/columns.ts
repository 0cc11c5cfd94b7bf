import type { Format } from '../../../ui/words/format.ts'
import type { Figure } from './figure.ts'
import type { Line } from './line.ts'

/** Measures, in the order in which their columns stand. */
export const COLUMNS = [
  'reached',
  'conversion',
  'hours',
  'worked',
  'median',
  'p90',
  'sum',
  'losses',
  'lossesSum',
  'staying',
  'stayingSum',
  'reentries',
] as const
export type Column = (typeof COLUMNS)[number]

/** Behind these stand the orders that were in the state. */
const OF_HOURS: readonly Column[] = ['hours', 'worked', 'median', 'p90']

/** Those that are off at first. */
export const OPTIONAL = ['worked', 'median', 'p90', 'staying', 'stayingSum', 'reentries'] as const
export type OptionalColumn = (typeof OPTIONAL)[number]

/** The columns that stand in a table where these optional ones are on. */
export function shownColumns(on: readonly OptionalColumn[]): Column[] {
  return COLUMNS.filter((column) => !isOptional(column) || on.includes(column))
}

function isOptional(column: Column): column is OptionalColumn {
  return (OPTIONAL as readonly Column[]).includes(column)
}

/** A cell in words: the figure, and what stands behind it in second rank. */
export interface CellText {
  readonly main: string
  readonly second?: string
}

export interface CellWords {
  readonly format: Format
  /** ISO 4217: the company's. */
  readonly currency: string
  /** How often, where that is not once for each: «5 раз». */
  times(n: number): string
}

/** What stands in a cell; null where there is nothing to say. */
export function cellText(line: Line, column: Column, words: CellWords): CellText | null {
  const { format } = words
  switch (column) {
    case 'reached':
      return withSecond(format.integer(line.reached), line.share, format.percent)
    case 'losses':
      return line.losses === 0 ? null : withSecond(format.integer(line.losses), line.lossesShare, format.percent)
    case 'reentries':
      return line.reentered === 0 ? null : reentriesText(line, words)
    case 'staying':
      return line.staying === 0 ? null : { main: format.integer(line.staying) }
    case 'conversion':
      return line.conversion === null ? null : { main: format.percent(line.conversion) }
    case 'hours':
    case 'worked':
    case 'median':
    case 'p90':
      return hoursText(line[column], words)
    default:
      return countOf(line, column) === 0 ? null : { main: format.money(line[column], words.currency, { bare: true }) }
  }
}

/** By what a column sorts lines; null, which has no figure, comes last either way. */
export function sortValue(line: Line, column: Column): number | null {
  return column === 'reentries' ? line.reentered : line[column]
}

/** Which orders stand behind a cell of a column. */
export function figureOf(column: Column): Exclude<Figure['of'], 'block' | 'reason' | 'orphan'> {
  if (column === 'losses' || column === 'lossesSum') return 'losses'
  if (column === 'staying' || column === 'stayingSum') return 'staying'
  if (column === 'reentries') return 'reentered'
  return OF_HOURS.includes(column) ? 'hours' : 'reached'
}

/** How many orders a sum adds up. */
function countOf(line: Line, column: 'sum' | 'lossesSum' | 'stayingSum'): number {
  if (column === 'sum') return line.reached
  return column === 'lossesSum' ? line.losses : line.staying
}

function hoursText(hours: number | null, { format }: CellWords): CellText | null {
  return hours === null ? null : { main: format.hours(hours) }
}

function reentriesText({ reentered, reentries }: Line, { format, times }: CellWords): CellText {
  const main = format.integer(reentered)
  return reentries === reentered ? { main } : { main, second: times(reentries) }
}

function withSecond(main: string, share: number | null, percent: (share: number) => string): CellText {
  return share === null ? { main } : { main, second: percent(share) }
}
