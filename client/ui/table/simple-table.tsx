import { For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { Column } from './columns/columns.ts'
import './simple-table.css'

export interface SimpleTableProps<R> {
  /** Names the table for screen readers. */
  readonly label: string
  readonly rows: readonly R[]
  readonly columns: readonly (Omit<Column<R>, 'width' | 'sortable'> & { readonly width?: number | undefined })[]
  /** Totals: what stands under a column. */
  readonly footer?: ((column: string) => JSX.Element) | undefined
  readonly empty?: JSX.Element
}

/** A short table as cards and settings have it: all rows, no window. */
export function SimpleTable<R>(props: SimpleTableProps<R>) {
  return (
    <Show when={props.rows.length > 0} fallback={props.empty}>
      <div class="simple-table" ref={reachable}>
        <table aria-label={props.label}>
          <thead>
            <tr>
              <For each={props.columns}>
                {(column) => (
                  <th scope="col" class={column.align} style={width(column)}>
                    {column.title}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {(row) => (
                <tr>
                  <For each={props.columns}>{(column) => <td class={column.align}>{column.cell(row)}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
          <Show when={props.footer}>
            {(footer) => (
              <tfoot>
                <tr>
                  <For each={props.columns}>{(column) => <td class={column.align}>{footer()(column.id)}</td>}</For>
                </tr>
              </tfoot>
            )}
          </Show>
        </table>
      </div>
    </Show>
  )
}

function width(column: {
  readonly width?: number | undefined
  readonly grow?: boolean | undefined
}): JSX.CSSProperties {
  return column.width === undefined || column.grow ? {} : { width: `${column.width}px` }
}

/** A table wider than its place can be scrolled with arrows: it then takes the focus, and only then. */
export function reachable(place: HTMLElement): void {
  const observer = new ResizeObserver(() => {
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0
    else place.removeAttribute('tabindex')
  })
  onMount(() => observer.observe(place))
  onCleanup(() => observer.disconnect())
}
