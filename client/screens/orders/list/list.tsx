import Plus from 'lucide-solid/icons/plus'
import { createMemo, Show } from 'solid-js'
import type { Sort } from '../../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { useData } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'
import { createList, type GroupRow, isGroup } from '../../../records/live-list.ts'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { EmptyState } from '../../../ui/layout/empty-state.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { StateOf } from '../state-of.tsx'
import { orderColumns } from './columns.tsx'
import { type ListView, queryOf } from './quick-filters.ts'

/** What a list of orders is given. */
export interface OrderListProps {
  readonly sort: Sort
  readonly view: ListView
  /** The columns to show, by id. */
  readonly columns: readonly string[]
  readonly onView: (view: ListView) => void
  readonly selected: string | null
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  readonly onCreate: () => void
}

/** The list of orders: filters, columns, groups, and every row live. */
export function OrderList(props: OrderListProps) {
  const { t, format } = useWords()
  const { person } = useData().account
  const currency = createCurrency()
  const list = createList<OrderItem>((from, to) => queryOf(props.view, props.sort, person, from, to))
  const all = createMemo(() => orderColumns(currency))
  const columns = createMemo(() => all().filter((column) => props.columns.includes(column.id)))
  const foot = (column: string) => {
    if (column === 'number') return <>{t('orders.count', { n: list.count() })}</>
    return column === 'total' && <>{format.money(list.sum(), currency(), { bare: true })}</>
  }
  return (
    <Table<OrderItem, GroupRow>
      label={t(`orders.titles.${props.sort}`)}
      count={list.length()}
      rowAt={list.rowAt}
      onRange={list.onRange}
      rowId={(row) => row.id}
      columns={columns()}
      sort={{ column: props.view.sort.field, down: props.view.sort.down }}
      onSort={({ column, down }) => props.onView({ ...props.view, sort: { field: column, down } })}
      isGroup={isGroup}
      group={(row) => <GroupHead row={row} currency={currency()} />}
      footer={foot}
      selected={props.selected ?? undefined}
      onOpen={props.onOpen}
      onClose={props.onClose}
      compact={(row) => <CompactOrder item={row} currency={currency()} />}
      empty={
        <Show when={!list.isLoading()}>
          <NoOrders onCreate={props.onCreate} />
        </Show>
      }
    />
  )
}

function GroupHead(props: { readonly row: GroupRow; readonly currency: string }) {
  const { t, format } = useWords()
  const name = () => (props.row.group === 'completed' ? t('orders.completed') : props.row.name)
  return (
    <>
      <strong>{name() || t('common.notChosen')}</strong>
      <span class="dim">{t('orders.count', { n: props.row.count })}</span>
      <span class="dim">{format.money(props.row.sum, props.currency)}</span>
    </>
  )
}

function CompactOrder(props: { readonly item: OrderItem; readonly currency: string }) {
  const { format } = useWords()
  return (
    <>
      <p class="compact-line">
        <span class="cut">{props.item.customerName ?? props.item.number}</span>
        <span class="n">{format.money(props.item.total, props.item.currency ?? props.currency)}</span>
      </p>
      <p class="compact-line dim">
        <StateOf item={props.item} />
        <span class="n">
          <Watchers collection="orders" id={props.item.id} /> {props.item.number}
        </span>
      </p>
    </>
  )
}

function NoOrders(props: { readonly onCreate: () => void }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('orders')
  return (
    <EmptyState title={t('orders.empty.title')} text={t('orders.empty.text')}>
      <Show when={mayWrite}>
        <Button icon={Plus} look="primary" onClick={() => props.onCreate()}>
          {t('orders.create')}
        </Button>
      </Show>
    </EmptyState>
  )
}
