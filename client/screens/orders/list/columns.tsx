import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { useNow } from '../../../records/now.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { StateOf } from '../../../records/process/state-of.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { daysPassed } from '../days.ts'
import { createNamedColumn, moreColumns } from './more-columns.tsx'

/** Columns that a list of orders shows until others are chosen. */
export const FIRST_COLUMNS = ['number', 'date', 'customer', 'state', 'total', 'responsible', 'since'] as const

/** The columns of a list of orders, in the order in which they stand. `currency` is the company's own. */
export function orderColumns(currency: () => string): Column<OrderItem>[] {
  const { t, format } = useWords()
  const named = createNamedColumn()
  const money = (row: OrderItem, sum: number | null = row.total) =>
    sum === null ? '' : format.money(sum, row.currency ?? currency(), { bare: row.currency === null })
  return [
    {
      id: 'number',
      title: t('records.orders.fields.number'),
      width: 100,
      yields: 1,
      sortable: true,
      cell: (row) => <NumberOf item={row} />,
    },
    {
      id: 'date',
      title: t('records.orders.fields.date'),
      width: 120,
      yields: 3,
      sortable: true,
      cell: (row) => <span class="dim">{row.date === null ? '' : format.day(row.date)}</span>,
    },
    { ...named('customer', 168), grow: true },
    {
      id: 'state',
      title: t('records.orders.fields.state'),
      width: 280,
      sortable: true,
      cell: (row) => <StateOf item={row} />,
    },
    {
      id: 'total',
      title: t('records.orders.fields.total'),
      width: 126,
      yields: 2,
      align: 'end',
      sortable: true,
      cell: (row) => <>{money(row)}</>,
    },
    { ...named('responsible', 136), yields: 4 },
    {
      id: 'since',
      title: t('records.orders.fields.days'),
      width: 68,
      yields: 5,
      align: 'end',
      sortable: true,
      cell: (row) => <Days item={row} />,
    },
    ...moreColumns(money),
  ]
}

function NumberOf(props: { readonly item: OrderItem }) {
  const { t } = useWords()
  return (
    <>
      <span
        classList={{ dim: props.item.provisional }}
        title={props.item.provisional ? t('orders.provisional') : undefined}
      >
        {props.item.number}
      </span>{' '}
      <Watchers collection="orders" id={props.item.id} brief />
    </>
  )
}

/** Days that the order stands in its state; a completed one does not stand. */
function Days(props: { readonly item: OrderItem }) {
  const { t } = useWords()
  const now = useNow()
  const days = () => (props.item.completed || props.item.since === null ? null : daysPassed(props.item.since, now()))
  return (
    <span classList={{ late: props.item.tooLong }} title={props.item.tooLong ? t('orders.tooLong.mark') : undefined}>
      {days() ?? ''}
    </span>
  )
}
