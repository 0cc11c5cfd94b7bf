import { type Range, sizeOf } from './selection.ts'

/** A cell, and what is to stand in it. */
export interface Write {
  readonly row: number
  readonly column: number
  readonly value: number | null
}

export type ReadCell = (row: number, column: number) => number | null

/** What a column measures: columns of one measure have the same number. */
export type MeasureOf = (column: number) => number

/**
 * Ctrl+D: the first row of the range goes into the rows below it; where the range is one row, the row above goes into it.
 */
export function filledDown(range: Range, read: ReadCell): Write[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top
  if (source < 0) return []
  return writesOf({ ...range, top: source + 1 }, (_row, column) => read(source, column))
}

/**
 * Ctrl+R: of each measure the first column of the range goes into its others; where the range has but one column of a measure,
 * the one of that measure before it goes into it.
 */
export function filledRight(range: Range, read: ReadCell, measureOf: MeasureOf): Write[] {
  const sources = new Map<number, number>()
  for (let column = range.left; column <= range.right; column++) {
    const measure = measureOf(column)
    if (!sources.has(measure)) sources.set(measure, column)
  }
  const isAlone = sources.size === sizeOf(range).columns
  if (isAlone) for (const [measure, column] of sources) sources.set(measure, before(column, measure, measureOf))
  return writesOf(range, (row, column) => {
    const source = sources.get(measureOf(column)) ?? column
    return source < 0 || source === column ? undefined : read(row, source)
  })
}

function before(column: number, measure: number, measureOf: MeasureOf): number {
  let at = column - 1
  while (at >= 0 && measureOf(at) !== measure) at--
  return at
}

/** Down or up, right or left: how the handle of a range was pulled from `range` to `whole`, which has it in it. */
export function pulled(range: Range, whole: Range, read: ReadCell, measureOf: MeasureOf): Write[] {
  const { rows } = sizeOf(range)
  const columns = Map.groupBy(
    Array.from({ length: sizeOf(range).columns }, (_, at) => range.left + at),
    measureOf,
  )
  return writesOf(whole, (row, column) => {
    const isSource = row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
    const same = columns.get(measureOf(column))
    if (isSource || !same) return undefined
    const from =
      column >= range.left && column <= range.right
        ? column
        : same[cycled(passed(column, range, measureOf), same.length)]
    return from === undefined ? undefined : read(range.top + cycled(row - range.top, rows), from)
  })
}

/** How many columns of its measure lie between the range's first one and this one; to the left of it they count below 0. */
function passed(column: number, { left, right }: Range, measureOf: MeasureOf): number {
  const measure = measureOf(column)
  let count = 0
  if (column > right) for (let at = left; at < column; at++) count += measureOf(at) === measure ? 1 : 0
  else for (let at = column; at < left; at++) count -= measureOf(at) === measure ? 1 : 0
  return count
}

function cycled(step: number, length: number): number {
  return ((step % length) + length) % length
}

/** A range emptied. */
export function cleared(range: Range, read: ReadCell): Write[] {
  return writesOf(range, (row, column) => (read(row, column) === null ? undefined : null))
}

/** What stands in a range once each cell has its value; undefined leaves it as it is. */
function writesOf(range: Range, toStand: (row: number, column: number) => number | null | undefined): Write[] {
  const writes: Write[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const value = toStand(row, column)
      if (value !== undefined) writes.push({ row, column, value })
    }
  }
  return writes
}
