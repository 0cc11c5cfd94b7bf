import { For, type ParentProps, Show } from 'solid-js'
import type { Column } from './columns/columns.ts'
import { GroupCells } from './group-cells.tsx'
import type { TableProps } from './props.ts'
import type { AtTop } from './view.ts'

interface StuckProps<R, G> extends TableProps<R, G> {
  readonly at: AtTop
  readonly isCompact: boolean
}

/** The head of the group at the upper edge, kept there while its rows are scrolled. */
export function Stuck<R, G>(props: StuckProps<R, G>) {
  const head = () => {
    if (!props.groupOf || props.count === 0) return undefined
    const row = props.rowAt(props.at.index)
    const isHeadThere = row !== undefined && props.isGroup?.(row) === true
    if (isHeadThere && !props.at.isWhole) return row as G
    return props.groupOf(props.at.index)
  }
  return (
    <Show when={head()}>
      {(group) => (
        <tbody class="table-stuck" classList={{ compact: props.isCompact }} aria-hidden="true">
          <tr>
            <GroupCells table={props} columns={props.columns} isCompact={props.isCompact} group={group()} />
          </tr>
        </tbody>
      )}
    </Show>
  )
}

/** What stands in the place of rows. */
export function Nothing(props: ParentProps) {
  return (
    <tbody class="table-empty">
      <tr>
        <td>{props.children}</td>
      </tr>
    </tbody>
  )
}

/** Totals under the columns. */
export function Foot<R, G>(props: TableProps<R, G> & { readonly columns: readonly Column<R>[] }) {
  return (
    <tfoot>
      <tr class="table-foot">
        <Show when={props.selection}>
          <td />
        </Show>
        <For each={props.columns}>
          {(column) => <td class={`table-cell ${column.align ?? ''}`}>{props.footer?.(column.id)}</td>}
        </For>
      </tr>
    </tfoot>
  )
}
