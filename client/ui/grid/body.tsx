import { createMemo, For, Index } from 'solid-js'
import type { GridState } from './create-grid.ts'
import { isWithin } from './selection/selection.ts'

/** The rows in view, each in its slot; in them the cells of the columns in view. */
export function Body(props: { readonly grid: GridState }) {
  const { grid } = props
  const { view } = grid
  return (
    <tbody
      class="grid-body"
      style={{ height: `${view.bodyHeight()}px` }}
      aria-owns={view.rowSlots.inOrder().map(grid.rowId).join(' ') || undefined}
    >
      <For each={view.rowSlots.all()}>{(slot) => <Row grid={grid} slot={slot} />}</For>
    </tbody>
  )
}

interface RowProps {
  readonly grid: GridState
  readonly slot: number
}

/** As the grid is scrolled the same elements show another row. */
function Row(own: RowProps) {
  const { grid, slot } = own
  const { view, props, formats } = grid
  const row = view.rowSlots.positionOf(slot)
  const before = () => (view.hasGroups() ? 2 : 1)
  return (
    <tr
      id={grid.rowId(slot)}
      class="grid-row"
      aria-rowindex={row() + before() + 1}
      style={{ top: `${row() * view.rowHeight()}px` }}
    >
      <Index each={view.heads()}>
        {(head, at) => (
          <th
            scope="row"
            class="grid-row-head"
            aria-colindex={at + 1}
            title={props.headOf(row(), at)}
            style={{ left: `${leftOf(view.heads(), at)}px`, width: `${head().width}px` }}
          >
            {props.headOf(row(), at)}
          </th>
        )}
      </Index>
      <For each={view.columnSlots.all()}>{(column) => <Cell grid={grid} row={row} rowSlot={slot} slot={column} />}</For>
      <Index each={props.measures}>
        {(measure, at) => (
          <td
            class="grid-total"
            aria-colindex={view.heads().length + props.columns.length + at + 1}
            style={{ right: view.rightOf(at) }}
          >
            {formats.written(props.sheet.rowTotal(row(), at) || null, measure())}
          </td>
        )}
      </Index>
    </tr>
  )
}

/** How far from the edge a frozen column stands, px. */
export function leftOf(heads: readonly { readonly width: number }[], at: number): number {
  return heads.slice(0, at).reduce((sum, { width }) => sum + width, 0)
}

interface CellProps {
  readonly grid: GridState
  readonly row: () => number
  readonly rowSlot: number
  readonly slot: number
}

function Cell(own: CellProps) {
  const { grid, row, rowSlot, slot } = own
  const { view, props, formats, selection, range } = grid
  const column = view.columnSlots.positionOf(slot)
  const text = () => formats.shown(props.sheet.read(row(), column()), column())
  const isActive = createMemo(() => selection().active.row === row() && selection().active.column === column())
  const isSelected = createMemo(() => isWithin(range(), row(), column()))
  // Which row and column it is is heard with the number, as one comes to it.
  const mark = () => props.marks?.find((one) => one.row === row() && one.column === column())?.words
  const label = () =>
    isActive()
      ? [`${formats.rowName(row())}, ${formats.columnName(column())}: ${text()}`, mark()].filter(Boolean).join('. ')
      : undefined
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a table that is a grid is a gridcell
    <td
      id={grid.cellId(rowSlot, slot)}
      class="grid-cell"
      aria-colindex={view.heads().length + column() + 1}
      aria-selected={isSelected()}
      aria-label={label()}
      style={{ left: `${view.headsWidth() + column() * props.columnWidth}px` }}
    >
      {text()}
    </td>
  )
}
