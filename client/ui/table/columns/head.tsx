import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useWords } from '../../words/words.tsx'
import type { TableSelection } from '../handling/selection.ts'
import { Mark } from '../mark.tsx'
import { type Column, nextSort, type Side, type Sort } from './columns.ts'
import { createMovedHead } from './move-head.ts'
import { createWidths } from './widths.ts'

interface HeadProps<R> {
  readonly columns: readonly Column<R>[]
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  readonly onWidth?: ((column: string, width: number) => void) | undefined
  readonly onMove?: ((column: string, beside: string, side: Side) => void) | undefined
  /** A column's edge is being pulled: how wide it would be. */
  readonly onPull: (column: string, width: number) => void
  readonly selection?: TableSelection | undefined
  /** Rows in all. */
  readonly count: number
  readonly hidden: boolean
}

/** The heads of the columns; those that sort are buttons, their edges set the width. */
export function Head<R>(props: HeadProps<R>) {
  return (
    <thead classList={{ said: props.hidden }}>
      <tr class="table-head">
        <Show when={props.selection}>{(selection) => <MarkAll {...props} selection={selection()} />}</Show>
        <For each={props.columns}>{(column) => <ColumnHead {...props} column={column} />}</For>
      </tr>
    </thead>
  )
}

/** Chooses all rows, or lets go of them. */
function MarkAll<R>(props: HeadProps<R> & { readonly selection: TableSelection }) {
  const { t } = useWords()
  const isAny = () => props.selection.count > 0
  const isAll = () => isAny() && props.selection.count >= props.count
  return (
    <th scope="col" class="table-check">
      <button
        type="button"
        aria-label={t('common.table.chooseAll')}
        aria-pressed={isAll()}
        tabIndex={props.hidden ? -1 : 0}
        disabled={props.count === 0}
        onClick={() => (isAny() ? props.selection.clear() : props.selection.all())}
      >
        <Mark isOn={isAll()} isPart={isAny()} />
      </button>
    </th>
  )
}

interface ColumnHeadProps<R> extends HeadProps<R> {
  readonly column: Column<R>
}

/**
 * A column's name, by which it sorts, and is dragged to another place; and its edge: pulled, or with Shift and an arrow, it
 * makes the column wider.
 */
function ColumnHead<R>(props: ColumnHeadProps<R>) {
  const { t } = useWords()
  const widths = createWidths(
    (width) => props.onPull(props.column.id, width),
    (width) => props.onWidth?.(props.column.id, width),
  )
  const { onMove } = props
  const moved =
    onMove && createMovedHead({ column: props.column.id, onPut: (one, side) => onMove(one, props.column.id, side) })
  const order = () => {
    if (props.sort?.column !== props.column.id) return undefined
    return props.sort.down ? 'descending' : 'ascending'
  }
  return (
    <th
      ref={moved?.watch}
      scope="col"
      class={`table-cell ${props.column.align ?? ''}`}
      data-put={moved?.side() ?? undefined}
      aria-sort={order()}
    >
      <Show when={props.column.sortable && props.onSort} fallback={<span class="cut">{props.column.title}</span>}>
        {(onSort) => (
          <button
            type="button"
            class="table-sort"
            tabIndex={props.hidden ? -1 : 0}
            onClick={() => onSort()(nextSort(props.sort, props.column.id))}
            onKeyDown={(event) => props.onWidth && widths.keyDown(event)}
          >
            <span class="cut">{props.column.title}</span>
            <span class="table-sort-way">
              <Show when={order()}>
                {(way) => (
                  <Dynamic component={way() === 'descending' ? ArrowDown : ArrowUp} class="icon" aria-hidden="true" />
                )}
              </Show>
            </span>
          </button>
        )}
      </Show>
      <Show when={props.onWidth}>
        <span
          class="table-edge"
          title={t('common.table.width')}
          aria-hidden="true"
          onPointerDown={widths.pointerDown}
        />
      </Show>
    </th>
  )
}
