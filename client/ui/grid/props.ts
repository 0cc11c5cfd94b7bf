import type { JSX } from 'solid-js'
import type { Write } from './selection/fill.ts'
import type { Place, Selection } from './selection/selection.ts'
import type { Sheet } from './sheet.ts'

/** What columns measure: a sum, a quantity. Values are integers of 10^-scale units. */
export interface Measure {
  readonly title: string
  readonly scale: number
  /** Keeps the noughts: «5,00». */
  readonly fixed?: boolean | undefined
}

export interface GridColumn {
  readonly id: string
  /** Its name under that of its group; its whole name where it has none. */
  readonly title: string
  /** What it stands under with its neighbours: a month over its sum and quantity. */
  readonly group?: string | undefined
  /** Which of the measures it is. */
  readonly measure: number
}

/** A frozen column at the left: what the rows are. */
export interface GridHead {
  readonly title: string
  /** px */
  readonly width: number
}

/** Somebody else at a cell. */
export interface Other extends Place {
  readonly name: string
  /** «Ведеркин изменяет» */
  readonly words: string
}

/** A cell of which there is something to know. */
export interface Mark extends Place {
  readonly words: string
}

export interface GridProps {
  readonly label: string
  readonly sheet: Sheet
  readonly measures: readonly Measure[]
  readonly columns: readonly GridColumn[]
  readonly heads: readonly GridHead[]
  readonly headOf: (row: number, head: number) => string
  /** The rows by what they are: as rows come and go, the selection stays with its own. */
  readonly rowIds: readonly string[]
  /** px; wide enough for the widest number. */
  readonly columnWidth: number
  readonly totalWidth: number
  /** No number is further from nothing. */
  readonly most: number
  readonly isReadOnly?: boolean | undefined
  readonly others?: readonly Other[] | undefined
  readonly marks?: readonly Mark[] | undefined
  /** One act: all of it, or none. The caller shows it at once in the sheet. */
  readonly onWrite: (writes: readonly Write[]) => void
  /** A cell is typed in, or is left. */
  readonly onEditing?: ((place: Place | null) => void) | undefined
  /** Given what can be done from outside, once. */
  readonly controls?: ((grid: { readonly goTo: (place: Place) => void }) => void) | undefined
  /** The selection is another one. */
  readonly onSelect?: ((selection: Selection) => void) | undefined
  /** What else can be done with the active cell: stands under the grid. */
  readonly tools?: JSX.Element
  /** What stands there without rows. */
  readonly empty?: JSX.Element
}
