import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  on,
  onCleanup,
  type ParentProps,
  Show,
  untrack,
} from 'solid-js'
import { createKeyNotes } from '../keys/offers.ts'
import { useWords } from '../words/words.tsx'
import { type Column, fitting, leastWidth, type Sort, tracks } from './columns.ts'
import { moved, past } from './cursor.ts'
import { Head } from './head.tsx'
import { hearPress } from './press.ts'
import { createView } from './view.ts'
import './table.css'

export type { Column, Sort } from './columns.ts'

export interface TableProps<R, G = never> {
  /** Names the table for screen readers. */
  readonly label: string
  /** Rows in all, heads of groups counted. */
  readonly count: number
  /** The row at a position; undefined while it is on its way. */
  readonly rowAt: (index: number) => R | G | undefined
  /** Positions in view with some around them; `to` is the first that is not wanted. */
  readonly onRange: (from: number, to: number) => void
  readonly rowId: (row: R) => string
  readonly columns: readonly Column<R>[]
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** Whether a row is the head of a group, and what stands in it. */
  readonly isGroup?: ((row: R | G) => row is G) | undefined
  readonly group?: ((row: G) => JSX.Element) | undefined
  /** Totals: what stands under a column. */
  readonly footer?: ((column: string) => JSX.Element) | undefined
  /** The id of the row that is open beside the table; arrows then open the next one. */
  readonly selected?: string | null | undefined
  readonly onOpen?: ((id: string) => void) | undefined
  readonly onClose?: (() => void) | undefined
  /** A row in two lines: on phones, and where the table is given little room. */
  readonly compact?: ((row: R) => JSX.Element) | undefined
  /** What stands there when there are no rows. */
  readonly empty?: JSX.Element
}

/** How long the cursor rests on a row before the open card follows it. */
const FOLLOW = 140

/** A window on a list of any length. */
export function Table<R, G = never>(props: TableProps<R, G>) {
  const id = createUniqueId()
  const [active, setActive] = createSignal(-1)
  const view = createView({
    count: () => props.count,
    canBeCompact: props.compact !== undefined,
    hasFooter: () => props.footer !== undefined,
    anchor: active,
    onRange: (from, to) => props.onRange(from, to),
  })
  const columns = createMemo(() => (view.isCompact() ? props.columns : fitting(props.columns, view.width())))
  const open = createOpening(props)
  createTableNotes(props)
  createEffect(
    on(
      () => props.count,
      (count) => active() >= count && setActive(count - 1),
    ),
  )

  const goTo = (index: number) => {
    setActive(index)
    view.show(index)
    if (props.selected) open.later(index)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    const to = moved(event.key, active(), props.count, view.perPage())
    if (to !== undefined) goTo(past((index) => isHead(props, index), to, active(), props.count))
    else if (event.key === 'Enter') open.now(active())
    else if (event.key === 'Escape' && props.selected) props.onClose?.()
    else return
    event.preventDefault()
  }
  const press = hearPress((index) => {
    if (isHead(props, index)) return
    setActive(index)
    open.now(index)
  })
  return (
    <table
      ref={view.watch}
      class="table"
      classList={{ compact: view.isCompact(), opens: props.onOpen !== undefined }}
      style={{
        '--cols': view.isCompact() ? 'minmax(0, 1fr)' : tracks(columns()),
        '--least': `${leastWidth(columns())}px`,
      }}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrows lead through is a grid
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={props.count + 1}
      aria-colcount={columns().length}
      aria-activedescendant={active() >= 0 ? `${id}-${active()}` : undefined}
      onKeyDown={keyDown}
      {...press}
    >
      <Head {...props} columns={columns()} hidden={view.isCompact()} />
      <Show when={props.count > 0} fallback={<Nothing>{props.empty}</Nothing>}>
        <tbody class="table-rows" style={{ height: `${view.height()}px` }}>
          <For each={view.rows()}>
            {(item) => (
              <Row
                {...props}
                columns={columns()}
                id={`${id}-${item.index}`}
                index={item.index}
                row={props.rowAt(item.index)}
                top={view.topOf(item.start)}
                isActive={item.index === active()}
                isCompact={view.isCompact()}
              />
            )}
          </For>
        </tbody>
      </Show>
      <Show when={props.footer && !view.isCompact() && props.count > 0}>
        <tfoot>
          <tr class="table-foot">
            <For each={columns()}>
              {(column) => <td class={`table-cell ${column.align ?? ''}`}>{props.footer?.(column.id)}</td>}
            </For>
          </tr>
        </tfoot>
      </Show>
    </table>
  )
}

function Nothing(props: ParentProps) {
  return (
    <tbody class="table-empty">
      <tr>
        <td>{props.children}</td>
      </tr>
    </tbody>
  )
}

interface RowProps<R, G> extends TableProps<R, G> {
  readonly id: string
  readonly index: number
  readonly row: R | G | undefined
  readonly top: number
  readonly isActive: boolean
  readonly isCompact: boolean
}

function Row<R, G>(props: RowProps<R, G>) {
  const head = () => (props.row !== undefined && props.isGroup?.(props.row) ? { of: props.row } : undefined)
  const own = () => (props.row !== undefined && !props.isGroup?.(props.row) ? { of: props.row as R } : undefined)
  const isSelected = () => {
    const row = own()
    return row !== undefined && props.selected === props.rowId(row.of)
  }
  return (
    <tr
      id={props.id}
      class="table-row"
      classList={{ head: head() !== undefined, active: props.isActive, selected: isSelected() }}
      aria-rowindex={props.index + 2}
      aria-selected={isSelected()}
      data-index={props.index}
      style={{ translate: `0 ${props.top}px` }}
    >
      <Show when={head()}>
        {(group) => (
          <td class="table-group" colSpan={props.columns.length}>
            {props.group?.(group().of)}
          </td>
        )}
      </Show>
      <Show when={!head()}>
        <Show when={!props.isCompact} fallback={<Compact row={own()} compact={props.compact} />}>
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

function Compact<R>(props: {
  readonly row: { readonly of: R } | undefined
  readonly compact: ((row: R) => JSX.Element) | undefined
}) {
  return (
    <td class="table-compact">
      <Show when={props.row} fallback={<span class="skeleton" />}>
        {(row) => <>{props.compact?.(row().of)}</>}
      </Show>
    </td>
  )
}

function isHead<R, G>(props: TableProps<R, G>, index: number): boolean {
  const row = props.rowAt(index)
  return row !== undefined && (props.isGroup?.(row) ?? false)
}

/** What the table's keys do, for the map of keys. */
function createTableNotes(props: { readonly onOpen?: ((id: string) => void) | undefined }): void {
  const { t } = useWords()
  createKeyNotes(() => ({
    heading: t('keys.groups.list'),
    rows: [
      { keys: 'ArrowUp|ArrowDown', label: t('keys.rows') },
      { keys: 'PageUp|PageDown', label: t('keys.page') },
      { keys: 'Home|End', label: t('keys.ends') },
      ...(props.onOpen ? [{ keys: 'Enter', label: t('keys.open') }] : []),
    ],
  }))
}

/** Opening of rows: at once, or when the cursor has come to rest. A row that is on its way opens when it has come. */
function createOpening<R, G>(props: TableProps<R, G>) {
  const [wanted, setWanted] = createSignal<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const now = (index: number) => {
    clearTimeout(timer)
    setWanted(index)
  }
  const later = (index: number) => {
    clearTimeout(timer)
    timer = setTimeout(now, FOLLOW, index)
  }
  createEffect(() => {
    const index = wanted()
    const row = index === undefined ? undefined : props.rowAt(index)
    if (row === undefined) return
    setWanted(undefined)
    if (!props.isGroup?.(row)) untrack(() => props.onOpen?.(props.rowId(row as R)))
  })
  return { now, later }
}
