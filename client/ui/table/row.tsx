import { type Accessor, createMemo, For, type JSX, mergeProps, Show } from 'solid-js'
import type { Column } from './columns/columns.ts'
import { GroupCells } from './group-cells.tsx'
import { Mark } from './mark.tsx'
import type { TableProps } from './props.ts'

export interface RowProps<R, G> {
  readonly table: TableProps<R, G>
  readonly columns: readonly Column<R>[]
  readonly id: string
  /** Its position: as the table is scrolled, the same elements show another row. */
  readonly index: number
  readonly top: number
  /** Drawn later: the table is being scrolled too fast to be read. */
  readonly isLate: boolean
  readonly isActive: boolean
  readonly isCompact: boolean
}

/** A row of a table, or the head of a group. */
export function Row<R, G>(props: RowProps<R, G>) {
  const { table } = props
  const found = createMemo(() => (props.isLate ? undefined : table.rowAt(props.index)))
  const isHead = (row: R | G | undefined): row is G => row !== undefined && table.isGroup?.(row) === true
  const head = createMemo(() => (isHead(found()) ? { of: found() as G } : undefined))
  const own = createMemo(() => (isHead(found()) ? undefined : (found() as R | undefined)))
  const rowId = createMemo(() => {
    const row = own()
    return row === undefined ? null : table.rowId(row)
  })
  const isOpen = createMemo(() => rowId() !== null && table.selected === rowId())
  const isChosen = createMemo(() => table.selection?.has(rowId() ?? '') ?? false)
  return (
    <tr
      ref={(element) => table.watchRow?.(element, rowId)}
      id={props.id}
      class="table-row"
      classList={{
        head: head() !== undefined,
        waiting: found() === undefined,
        active: props.isActive,
        selected: isOpen(),
        chosen: isChosen(),
      }}
      aria-rowindex={props.index + 2}
      aria-selected={table.selection ? isChosen() : isOpen()}
      aria-current={isOpen() ? 'true' : undefined}
      data-index={props.index}
      style={{ top: `${props.top}px` }}
    >
      <Show when={head()} fallback={<Cells {...props} own={own} isChosen={isChosen()} />}>
        {(group) => <GroupCells table={table} columns={props.columns} isCompact={props.isCompact} group={group().of} />}
      </Show>
    </tr>
  )
}

interface CellsProps<R, G> extends RowProps<R, G> {
  readonly own: Accessor<R | undefined>
  readonly isChosen: boolean
}

/** What a row shows of its record. The cells stay: what they read changes, as another record comes to stand here. */
function Cells<R, G>(props: CellsProps<R, G>) {
  const { table } = props
  // While the next record is on its way, the last one's cells are kept, out of sight.
  const last = createMemo<R | undefined>((before) => props.own() ?? before)
  const isKnown = createMemo(() => last() !== undefined)
  const record = mergeProps(() => last() ?? {}) as R
  return (
    <Show
      when={!props.isCompact}
      fallback={<Compact record={record} isKnown={isKnown()} isChosen={props.isChosen} table={table} />}
    >
      <Show when={table.selection}>
        <td class="table-check">
          <Mark isOn={props.isChosen} />
        </td>
      </Show>
      <For each={props.columns}>
        {(column) => (
          <td class={`table-cell ${column.align ?? ''}`}>
            <Show when={isKnown()}>{column.cell(record)}</Show>
          </td>
        )}
      </For>
    </Show>
  )
}

interface CompactProps<R> {
  readonly record: R
  readonly isKnown: boolean
  readonly isChosen: boolean
  readonly table: {
    readonly selection?: { readonly isChoosing: boolean } | undefined
    readonly compact?: ((row: R) => JSX.Element) | undefined
  }
}

function Compact<R>(props: CompactProps<R>) {
  return (
    <td class="table-compact" classList={{ choosing: props.table.selection?.isChoosing ?? false }}>
      <Show when={props.table.selection?.isChoosing}>
        <Mark isOn={props.isChosen} />
      </Show>
      <div class="table-compact-lines">
        <Show when={props.isKnown}>{props.table.compact?.(props.record)}</Show>
      </div>
    </td>
  )
}
