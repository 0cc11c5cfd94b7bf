import { difference } from '../../../../shared/funnel/report/difference.ts'
import type { CellWords, Column } from '../figures/columns.ts'
import type { Line } from '../figures/line.ts'

/** By what a figure differs from that of the period beside it. */
export interface Apart {
  /** «+3», «−5 п.п.», «=». */
  readonly text: string
  /** The share of a count, where it has one: «+5 п.п.». */
  readonly share: string | null
  /** Whether that is for the better; null where it is neither. */
  readonly better: boolean | null
}

export interface ApartWords extends CellWords {
  /** «5 п.п.» */
  points(text: string): string
}

/** How a cell differs from the same cell of the period beside it; null where that cannot be said. */
export function apartOf(line: Line, before: Line, column: Column, words: ApartWords): Apart | null {
  const by = difference(line, before, fieldOf(column))
  if (by === null) return null
  const share = SHARE_OF[column]
  const points = share === undefined ? null : difference(line, before, share)
  return {
    text: signed(by, (value) => shown(value, column, words)),
    share: points === null ? null : signed(points, (value) => words.points(words.format.integer(value))),
    better: by === 0 || !(column in IS_GOOD) ? null : by > 0 === IS_GOOD[column],
  }
}

const SHARE_OF: Partial<Record<Column, 'share' | 'lossesShare'>> = { reached: 'share', losses: 'lossesShare' }

/** Whether more of it is good; what is not here is neither. */
const IS_GOOD: Partial<Record<Column, boolean>> = {
  reached: true,
  conversion: true,
  sum: true,
  hours: false,
  worked: false,
  median: false,
  p90: false,
  losses: false,
  lossesSum: false,
}

function fieldOf(column: Column) {
  return column === 'reentries' ? 'reentered' : column
}

function shown(value: number, column: Column, { format, currency, points }: ApartWords): string {
  if (column === 'conversion') return points(format.integer(value))
  if (column === 'sum' || column === 'lossesSum' || column === 'stayingSum')
    return format.money(value, currency, { bare: true })
  return Number.isInteger(value) ? format.integer(value) : format.hours(value)
}

function signed(value: number, show: (value: number) => string): string {
  if (value === 0) return '='
  return `${value > 0 ? '+' : '−'}${show(Math.abs(value))}`
}
