import { For, type JSX, Show } from 'solid-js'
import { Mark } from './mark.tsx'
import type { TableProps } from './props.ts'

export interface RowProps<R, G> extends TableProps<R, G> {
  readonly id: string
  readonly index: number
  readonly row: R | G | undefined
  readonly top: number
  readonly isActive: boolean
  readonly isCompact: boolean
}

/** A row of a table, or the head of a group. */
export function Row<R, G>(props: RowProps<R, G>) {
  const head = () => (props.row !== undefined && props.isGroup?.(props.row) ? { of: props.row } : undefined)
  const own = () => (props.row !== undefined && !props.isGroup?.(props.row) ? { of: props.row as R } : undefined)
  const rowId = () => {
    const row = own()
    return row === undefined ? null : props.rowId(row.of)
  }
  const isOpen = () => rowId() !== null && props.selected === rowId()
  const isChosen = () => props.selection?.has(rowId() ?? '') ?? false
  return (
    <tr
      id={props.id}
      class="table-row"
      classList={{ head: head() !== undefined, active: props.isActive, selected: isOpen(), chosen: isChosen() }}
      aria-rowindex={props.index + 2}
      aria-selected={props.selection ? isChosen() : isOpen()}
      aria-current={isOpen() ? 'true' : undefined}
      data-index={props.index}
      style={{ translate: `0 ${props.top}px` }}
    >
      <Show when={head()}>
        {(group) => (
          <td class="table-group" colSpan={props.columns.length + (props.selection ? 1 : 0)}>
            {props.group?.(group().of)}
          </td>
        )}
      </Show>
      <Show when={!head()}>
        <Show when={!props.isCompact} fallback={<Compact {...props} own={own()} isChosen={isChosen()} />}>
          <Show when={props.selection}>
            <td class="table-check">
              <Mark isOn={isChosen()} />
            </td>
          </Show>
          <For each={props.columns}>
            {(column) => (
              <td class={`table-cell ${column.align ?? ''}`}>
                <Show when={own()} fallback={<span class="skeleton" />}>
                  {(row) => <>{column.cell(row().of)}</>}
                </Show>
              </td>
            )}
          </For>
        </Show>
      </Show>
    </tr>
  )
}

interface CompactProps<R> {
  readonly own: { readonly of: R } | undefined
  readonly isChosen: boolean
  readonly selection?: { readonly isChoosing: boolean } | undefined
  readonly compact?: ((row: R) => JSX.Element) | undefined
}

function Compact<R>(props: CompactProps<R>) {
  return (
    <td class="table-compact" classList={{ choosing: props.selection?.isChoosing ?? false }}>
      <Show when={props.selection?.isChoosing}>
        <Mark isOn={props.isChosen} />
      </Show>
      <div class="table-compact-lines">
        <Show when={props.own} fallback={<span class="skeleton" />}>
          {(row) => <>{props.compact?.(row().of)}</>}
        </Show>
      </div>
    </td>
  )
}
