import type { JSX } from 'solid-js'

/** A column of a table whose rows are R. */
export interface Column<R> {
  readonly id: string
  readonly title: string
  /** Pixels; where the column grows, the least it has. */
  readonly width: number
  /** Takes its part of the room that is left. */
  readonly grow?: boolean | undefined
  readonly align?: 'end' | undefined
  readonly sortable?: boolean | undefined
  /** Leaves the table where the place is too narrow for all; the higher, the earlier. Without it, it stays. */
  readonly yields?: number | undefined
  /** What a row shows; `row` stands for whichever row is in its place, and is read inside of JSX. */
  readonly cell: (row: R) => JSX.Element
}

export interface Sort {
  /** The column's id. */
  readonly column: string
  readonly down: boolean
}

/** Widths that were given to columns, by id, in pixels. */
export type Widths = { readonly [column: string]: number }

type Sized = Pick<Column<never>, 'id' | 'width' | 'grow'>

/** Columns as CSS tracks; the last one grows where none does, so that rows end at the edge. */
export function tracks(columns: readonly Sized[], widths: Widths = {}): string {
  const grows = ({ id, grow }: Sized) => grow === true && widths[id] === undefined
  const nobodyGrows = !columns.some(grows)
  return columns
    .map((column, index) => {
      const width = widths[column.id] ?? column.width
      return grows(column) || (nobodyGrows && index === columns.length - 1) ? `minmax(${width}px, 1fr)` : `${width}px`
    })
    .join(' ')
}

/** The least width in which all columns stand, in pixels. */
export function leastWidth(columns: readonly Sized[], widths: Widths = {}): number {
  return columns.reduce((sum, { id, width }) => sum + (widths[id] ?? width), 0)
}

/** What stands at both ends of a row, in pixels. */
const ENDS = 12

/** The columns that a place of this width has room for: the first to yield leave first. */
export function fitting<C extends Sized & Pick<Column<never>, 'yields'>>(
  all: readonly C[],
  place: number,
  widths: Widths = {},
): readonly C[] {
  if (leastWidth(all, widths) + ENDS <= place) return all
  const last = Math.max(0, ...all.map(({ yields = 0 }) => yields))
  const others = all.filter(({ yields = 0 }) => yields < last)
  return others.length === 0 || last === 0 ? all : fitting(others, place, widths)
}

/** On which side of a column another one is put. */
export type Side = 'before' | 'after'

/** Columns with one of them put beside another. */
export function putBeside<C>(columns: readonly C[], column: C, beside: C, side: Side): readonly C[] {
  const others = columns.filter((one) => one !== column)
  const at = others.indexOf(beside)
  return at < 0 ? columns : others.toSpliced(side === 'before' ? at : at + 1, 0, column)
}

/** What a press on a column's head asks for: up, then down, then up again. */
export function nextSort(sort: Sort | undefined, column: string): Sort {
  return { column, down: sort?.column === column && !sort.down }
}
