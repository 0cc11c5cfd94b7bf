import { createMemo, type JSX, Show } from 'solid-js'
import { summedFields } from '../../../shared/lists/fields.ts'
import { type GroupHead as Head, isHead } from '../../data/queries/query.ts'
import { type Column, Table } from '../../ui/table/table.tsx'
import { createCurrency } from '../company.ts'
import type { ListDefinition } from './definition.ts'
import { GroupHead } from './group-head.tsx'
import { createList } from './live-list.ts'
import type { OpenGroups } from './open-groups.ts'
import type { ListState } from './state.ts'
import { createTotals } from './totals.ts'

/** What a list's table is given. */
export interface ListTableProps<R extends { readonly id: string }> {
  readonly definition: ListDefinition<R>
  readonly state: ListState
  readonly groups: OpenGroups
  readonly label: string
  /** «12 заказов». */
  readonly countOf: (n: number) => string
  /** The record whose card is open. */
  readonly selected: string | null
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  /** A row in two lines. */
  readonly compact: (row: R) => JSX.Element
  readonly empty: JSX.Element
}

/** A list as its view has it: columns, order, groups with totals, and every row live. */
export function ListTable<R extends { readonly id: string }>(props: ListTableProps<R>) {
  const currency = createCurrency()
  const list = createList<R>((from, to) => ({ ...props.state.query(from, to), closed: props.groups.closed() }))
  const columns = createMemo(() => shownColumns(props.definition.columns(), props.state.view().columns))
  const totalOf = createTotals(props.definition.collection, currency)
  const summed = new Set(summedFields(props.definition.collection).map(({ field }) => field))
  const foot = (column: string) => {
    if (column === columns()[0]?.id) return <>{props.countOf(list.count())}</>
    return summed.has(column) && <>{totalOf(column, list.totals(), true)}</>
  }
  const sort = () => {
    const [first] = props.state.view().sort
    return first && { column: first.field, down: first.down }
  }
  return (
    <Table<R, Head>
      label={props.label}
      count={list.length()}
      rowAt={list.rowAt}
      onRange={list.onRange}
      rowId={(row) => row.id}
      columns={columns()}
      sort={sort()}
      onSort={({ column, down }) => props.state.change({ sort: [{ field: column, down }] })}
      isGroup={(row): row is Head => isHead(row)}
      group={(head) => (
        <GroupHead
          head={head}
          collection={props.definition.collection}
          count={props.countOf(head.count)}
          currency={currency()}
          onToggle={() => props.groups.toggle(head.id)}
        />
      )}
      footer={foot}
      selected={props.selected ?? undefined}
      onOpen={props.onOpen}
      onClose={props.onClose}
      compact={props.compact}
      empty={<Show when={!list.isLoading()}>{props.empty}</Show>}
    />
  )
}

/** The columns of a view, in its order and with its widths; those that the list has not are left out. */
function shownColumns<R>(
  all: readonly Column<R>[],
  shown: readonly { readonly field: string; readonly width?: number }[],
): readonly Column<R>[] {
  return shown.flatMap(({ field, width }) => {
    const column = all.find((one) => one.id === field)
    if (!column) return []
    return [width === undefined ? column : { ...column, width, grow: false }]
  })
}
