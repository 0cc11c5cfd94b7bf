import type { Language } from '../../../../shared/locales/index.ts'
import type { Write } from '../selection/fill.ts'
import { type Place, type Range, rangeOf, type Selection, type Size, sizeOf } from '../selection/selection.ts'
import { type CopiedNumber, readCopiedNumber } from './copied-number.ts'
import { hasMoreCells, MOST_CELLS, readTableText } from './table-text.ts'

/** A cell of what was pasted that stayed out. */
export interface Refused extends Place {
  readonly text: string
}

/** What a paste comes to. */
export interface Pasted {
  readonly writes: readonly Write[]
  /** What is no number, or too large a one: what stood there stays. */
  readonly refused: readonly Refused[]
  /** How many numbers had more decimals than are kept. */
  readonly rounded: number
  /** How many filled cells lay beyond the edges. */
  readonly beyond: number
  /** The cells that it went over. */
  readonly over: Range
}

/** Where it goes, and how numbers are read there. */
export interface PasteGround extends Size {
  readonly scaleOf: (column: number) => number
  readonly language: Language
  /** No number is further from nothing, in units of its column. */
  readonly most: number
}

/**
 * What a text from a spreadsheet comes to from the upper left corner of the selection on. A block goes as often into a selection as it
 * fits without rest; one cell goes into all of it. `too-many` where it is more than can be pasted at once: nothing was read.
 */
export function pastedInto(selection: Selection, text: string, ground: PasteGround): Pasted | 'too-many' {
  if (hasMoreCells(text, MOST_CELLS)) return 'too-many'
  const cells = readTableText(text)
  const target = targetOf(rangeOf(selection), cells)
  if (sizeOf(target).rows * sizeOf(target).columns > MOST_CELLS) return 'too-many'
  const reader = createReader(cells, ground)
  const [writes, refused]: [Write[], Refused[]] = [[], []]
  let [rounded, beyond] = [0, 0]
  for (let row = target.top; row <= target.bottom; row++) {
    for (let column = target.left; column <= target.right; column++) {
      const { text, read } = reader(row - target.top, column - target.left, column)
      if (text === undefined) continue
      if (row >= ground.rows || column >= ground.columns) beyond += text === '' ? 0 : 1
      else if (!read || Math.abs(read.value ?? 0) > ground.most) refused.push({ row, column, text })
      else {
        writes.push({ row, column, value: read.value })
        rounded += read.isRounded ? 1 : 0
      }
    }
  }
  const over = {
    ...target,
    bottom: Math.min(target.bottom, ground.rows - 1),
    right: Math.min(target.right, ground.columns - 1),
  }
  return { writes, refused, rounded, beyond, over }
}

function targetOf(range: Range, cells: readonly (readonly string[])[]): Range {
  const { rows, columns } = sizeOf(range)
  const [high, wide] = [cells.length, widthOf(cells)]
  const repeats = rows % high === 0 && columns % wide === 0
  return {
    ...range,
    bottom: range.top + (repeats ? rows : high) - 1,
    right: range.left + (repeats ? columns : wide) - 1,
  }
}

function widthOf(cells: readonly (readonly string[])[]): number {
  return cells.reduce((most, { length }) => Math.max(most, length), 1)
}

/** Reads the block as it is repeated; a row that is shorter than others says nothing of the cells it has not. */
function createReader(cells: readonly (readonly string[])[], { scaleOf, columns, language }: PasteGround) {
  const wide = widthOf(cells)
  return (row: number, column: number, to: number): { text?: string | undefined; read?: CopiedNumber | undefined } => {
    const text = cells[row % cells.length]?.[column % wide]?.trim()
    if (text === undefined || to >= columns) return { text }
    return { text, read: readCopiedNumber(text, scaleOf(to), language) }
  }
}
