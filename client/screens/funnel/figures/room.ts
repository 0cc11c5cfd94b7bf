import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { type CellWords, type Column, cellText } from './columns.ts'
import { EMPTY_LINE, type Line } from './line.ts'

/** The least room of each column, in pixels; the counts take what is left, and have this at least. */
const LEAST: Readonly<Record<Column | 'name', number>> = {
  name: 264,
  reached: 140,
  conversion: 92,
  hours: 86,
  worked: 92,
  median: 100,
  p90: 92,
  sum: 122,
  losses: 164,
  lossesSum: 116,
  staying: 120,
  stayingSum: 122,
  reentries: 110,
}

/** About the width of a digit, and what stands on both sides of a figure, in pixels. */
const DIGIT = 8.2
const SIDES = 20

export type Room = Readonly<Record<Column | 'name', number>>

/** Room for the columns of all tables of a report, so that they stand one under another and the longest figure fits. */
export function roomFor(blocks: readonly FunnelBlock[], words: CellWords): Room {
  const greatest = greatestOf(blocks)
  const roomOf = (column: Column) => {
    const length = cellText(greatest, column, words)?.main.length ?? 0
    return Math.max(LEAST[column], Math.ceil(length * DIGIT) + SIDES)
  }
  return {
    ...LEAST,
    hours: roomOf('hours'),
    sum: roomOf('sum'),
    lossesSum: roomOf('lossesSum'),
    stayingSum: roomOf('stayingSum'),
  }
}

/** How many digits the greatest count has, with the spaces between them. */
export function digitsOf(blocks: readonly FunnelBlock[], { format }: CellWords): number {
  return format.integer(greatestOf(blocks).reached).length
}

/** A line that no line of these blocks, nor their whole ways, goes beyond, hours with their hundredths: those may come to none. */
function greatestOf(blocks: readonly FunnelBlock[]): Line {
  const greatest = { ...EMPTY_LINE, hours: 0, losses: 1, staying: 1 }
  for (const { rows } of blocks) {
    let [hours, lossesSum, stayingSum] = [0, 0, 0]
    for (const row of rows) {
      hours += row.hours ?? 0
      lossesSum += row.lossesSum
      stayingSum += row.stayingSum
      greatest.reached = Math.max(greatest.reached, row.reached)
      greatest.sum = Math.max(greatest.sum, row.sum)
    }
    greatest.hours = Math.max(greatest.hours, Math.floor(hours) + 0.99)
    greatest.lossesSum = Math.max(greatest.lossesSum, lossesSum)
    greatest.stayingSum = Math.max(greatest.stayingSum, stayingSum)
  }
  return greatest
}
