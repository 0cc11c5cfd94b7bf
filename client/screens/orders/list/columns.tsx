import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { useNow } from '../../../records/now.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { StateOf } from '../../../records/process/state-of.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createLate, daysBetween } from '../days.ts'

/** Columns that a list of orders shows until others are chosen. */
export const FIRST_COLUMNS = ['number', 'date', 'customer', 'state', 'total', 'responsible', 'since'] as const

/** Fields shown by the name of what they refer to. */
type Reference = 'customer' | 'responsible' | 'kind' | 'department' | 'organisation' | 'project'

/** The columns of a list of orders, in the order in which they stand. `currency` is the company's own. */
export function orderColumns(currency: () => string): Column<OrderItem>[] {
  const { t, format } = useWords()
  const isLate = createLate()
  const text = (id: keyof OrderItem & string, title: string, width: number): Column<OrderItem> => ({
    id,
    title,
    width,
    sortable: true,
    cell: (row) => <>{String(row[id] ?? '')}</>,
  })
  const named = (id: Reference, width: number): Column<OrderItem> => ({
    ...text(id, t(`records.orders.fields.${id}`), width),
    cell: (row) => <>{row[`${id}Name`] ?? ''}</>,
  })
  const money = (row: OrderItem) => format.money(row.total, row.currency ?? currency(), { bare: row.currency === null })
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
      cell: (row) => <Days item={row} isLate={isLate} />,
    },
    named('kind', 160),
    named('department', 176),
    named('organisation', 160),
    named('project', 160),
    {
      id: 'shipment',
      title: t('records.orders.fields.shipment'),
      width: 120,
      sortable: true,
      cell: (row) => <>{row.shipment ? format.date(row.shipment) : ''}</>,
    },
    {
      ...text('basis', t('records.orders.fields.basis'), 160),
      cell: (row) => <>{row.basisName ?? ''}</>,
    },
    text('source', t('records.orders.fields.source'), 120),
    text('note', t('records.orders.fields.note'), 240),
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
function Days(props: { readonly item: OrderItem; readonly isLate: ReturnType<typeof createLate> }) {
  const now = useNow()
  const days = () => (props.item.completed || props.item.since === null ? null : daysBetween(props.item.since, now()))
  const isLate = () => props.isLate(props.item.state, props.item.since ?? now(), now())
  return <span classList={{ late: isLate() }}>{days() ?? ''}</span>
}
