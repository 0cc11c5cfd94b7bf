import type { JSX } from 'solid-js'
import type { Column, Side, Sort, Widths } from './columns/columns.ts'
import type { TableSelection } from './handling/selection.ts'

/** What a table whose rows are R, and heads of groups G, is given. */
export interface TableProps<R, G = never> {
  /** Names the table for screen readers. */
  readonly label: string
  /** Rows in all, heads of groups counted. */
  readonly count: number
  /** What stands there is how it stood last: what is true now is on its way. */
  readonly busy?: boolean
  /** The row at a position; undefined while it is on its way. */
  readonly rowAt: (index: number) => R | G | undefined
  /** Positions in view with some around them; `to` is the first that is not wanted. */
  readonly onRange: (from: number, to: number) => void
  readonly rowId: (row: R) => string
  readonly columns: readonly Column<R>[]
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** Widths that were given to columns, in pixels. */
  readonly widths?: Widths | undefined
  /** Columns can be made wider and narrower; in pixels, when the edge is let go. */
  readonly onWidth?: ((column: string, width: number) => void) | undefined
  /** Columns can be dragged by their heads: one was put beside another. */
  readonly onMove?: ((column: string, beside: string, side: Side) => void) | undefined
  /** Which columns have left for want of room. */
  readonly onNoRoom?: ((columns: readonly string[]) => void) | undefined
  /** Whether a row is the head of a group, and what stands in it; `isSummed` says under which columns its sums stand. */
  readonly isGroup?: ((row: R | G) => row is G) | undefined
  readonly group?: ((row: G, isSummed: (column: string) => boolean) => JSX.Element) | undefined
  /** The columns under which groups have sums, and what stands there. */
  readonly summed?: readonly string[] | undefined
  readonly groupSum?: ((row: G, column: string) => JSX.Element) | undefined
  /** Opens or collapses a group: the cursor then stops at its head. */
  readonly onGroup?: ((row: G) => void) | undefined
  /** The head of the group that a row stands in, for when it has been scrolled away. */
  readonly groupOf?: ((index: number) => G | undefined) | undefined
  /** Totals: what stands under a column. */
  readonly footer?: ((column: string) => JSX.Element) | undefined
  /** The id of the row that is open beside the table; arrows then open the next one. */
  readonly selected?: string | null | undefined
  readonly onOpen?: ((id: string) => void) | undefined
  readonly onClose?: (() => void) | undefined
  /** Is given each element that shows rows when it comes, and which row that is now: to be dragged, say. */
  readonly watchRow?: ((element: HTMLElement, id: () => string | null) => void) | undefined
  /** Rows can be chosen, several at once. */
  readonly selection?: TableSelection | undefined
  /** Ctrl+C where no text is chosen. */
  readonly onCopy?: (() => void) | undefined
  /** A row in two lines: on phones, and where the table is given little room. */
  readonly compact?: ((row: R) => JSX.Element) | undefined
  /** Under this name the tab keeps how far it is scrolled, for when one comes back. */
  readonly keptAs?: string | undefined
  /** What stands there when there are no rows. */
  readonly empty?: JSX.Element
}
