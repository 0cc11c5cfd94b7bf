import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { type Column, nextSort, type Sort } from './columns.ts'

interface HeadProps<R> {
  readonly columns: readonly Column<R>[]
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  readonly hidden: boolean
}

/** The heads of the columns; those that sort are buttons. */
export function Head<R>(props: HeadProps<R>) {
  const order = (column: string) => {
    if (props.sort?.column !== column) return undefined
    return props.sort.down ? 'descending' : 'ascending'
  }
  return (
    <thead classList={{ said: props.hidden }}>
      <tr class="table-head">
        <For each={props.columns}>
          {(column) => (
            <th scope="col" class={`table-cell ${column.align ?? ''}`} aria-sort={order(column.id)}>
              <Show when={column.sortable && props.onSort} fallback={<span class="cut">{column.title}</span>}>
                {(onSort) => (
                  <button
                    type="button"
                    class="table-sort"
                    tabIndex={props.hidden ? -1 : 0}
                    onClick={() => onSort()(nextSort(props.sort, column.id))}
                  >
                    <span class="cut">{column.title}</span>
                    <span class="table-sort-way">
                      <Show when={order(column.id)}>
                        {(way) => (
                          <Dynamic
                            component={way() === 'descending' ? ArrowDown : ArrowUp}
                            class="icon"
                            aria-hidden="true"
                          />
                        )}
                      </Show>
                    </span>
                  </button>
                )}
              </Show>
            </th>
          )}
        </For>
      </tr>
    </thead>
  )
}
