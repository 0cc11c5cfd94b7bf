import { createMemo, For } from 'solid-js'
import type { Column } from './columns/columns.ts'
import type { TableProps } from './props.ts'

interface GroupCellsProps<R, G> {
  readonly table: Pick<TableProps<R, G>, 'group' | 'groupSum' | 'summed' | 'selection'>
  readonly columns: readonly Column<R>[]
  readonly isCompact: boolean
  readonly group: G
}

/** The name of a group has the room of two columns at least. */
const NAMED = 2

/** The head of a group: its name, up to the first column that it has a sum under; from there on a cell for each column. */
export function GroupCells<R, G>(props: GroupCellsProps<R, G>) {
  const named = createMemo(() => {
    const first = props.isCompact ? -1 : props.columns.findIndex(({ id }) => props.table.summed?.includes(id))
    return first < NAMED ? props.columns.length : first
  })
  const span = () => named() + (props.table.selection ? 1 : 0)
  const summed = createMemo(() => props.columns.slice(named()))
  return (
    <>
      <td class="table-group" colSpan={span()} style={{ 'grid-column': props.isCompact ? '1 / -1' : `span ${span()}` }}>
        {props.table.group?.(props.group, (column) => summed().some(({ id }) => id === column))}
      </td>
      <For each={summed()}>
        {({ id, align = '' }) => <td class={`table-cell ${align}`}>{props.table.groupSum?.(props.group, id)}</td>}
      </For>
    </>
  )
}
