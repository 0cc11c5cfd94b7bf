import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Fields shown by the name of what they refer to. */
type Reference = 'customer' | 'responsible' | 'kind' | 'department' | 'organisation' | 'project' | 'priceType'

/** The columns of orders that are chosen now and then. `money` shows a sum of an order. */
export function moreColumns(money: (row: OrderItem, sum: number | null) => string): Column<OrderItem>[] {
  const { t, format } = useWords()
  const text = createTextColumn()
  const named = createNamedColumn()
  const choice = (id: 'paying' | 'shipping', width: number): Column<OrderItem> => ({
    ...text(id, width),
    cell: (row) => <>{row[id] === null ? '' : t(choiceLabel('orders', id, row[id]))}</>,
  })
  const left = (id: 'unpaid' | 'unshipped'): Column<OrderItem> => ({
    ...text(id, 150),
    align: 'end',
    cell: (row) => <>{money(row, row[id])}</>,
  })
  return [
    named('kind', 160),
    named('department', 176),
    named('organisation', 160),
    { ...text('shipment', 120), cell: (row) => <>{row.shipment ? format.date(row.shipment) : ''}</> },
    choice('paying', 140),
    left('unpaid'),
    choice('shipping', 150),
    left('unshipped'),
    { ...text('tooLong', 120), cell: (row) => <span class="late">{row.tooLong ? t('common.yes') : ''}</span> },
    named('project', 160),
    named('priceType', 140),
    { ...text('tags', 176), sortable: false, cell: (row) => <>{row.tags.join(', ')}</> },
    { ...text('basis', 160), cell: (row) => <>{row.basisName ?? ''}</> },
    text('source', 120),
    text('note', 240),
  ]
}

function createTextColumn() {
  const { t } = useWords()
  return (id: Parameters<typeof titleOf>[0], width: number): Column<OrderItem> => ({
    id,
    title: t(titleOf(id)),
    width,
    sortable: true,
    cell: (row) => <>{String(row[id] ?? '')}</>,
  })
}

/** A column that shows the name of what it refers to. */
export function createNamedColumn() {
  const text = createTextColumn()
  return (id: Reference, width: number): Column<OrderItem> => ({
    ...text(id, width),
    cell: (row) => <>{row[`${id}Name`] ?? ''}</>,
  })
}

type Shown =
  | Reference
  | 'shipment'
  | 'paying'
  | 'unpaid'
  | 'shipping'
  | 'unshipped'
  | 'tooLong'
  | 'tags'
  | 'basis'
  | 'source'
  | 'note'

function titleOf<S extends Shown>(id: S): `records.orders.fields.${S}` {
  return `records.orders.fields.${id}`
}
