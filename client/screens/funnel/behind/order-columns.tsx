import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { StateNow } from '../../../records/process/state-of.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'

/** The columns of the orders behind a figure. Sums are in the company's currency, as the funnel counts them. */
export function useOrderColumns(): () => Column<OrderItem>[] {
  const { t, format } = useWords()
  const { cells, isMomentNow } = useFunnel()
  const money = ({ companyTotal }: OrderItem) =>
    companyTotal === null ? t('funnel.noRate') : format.money(companyTotal, cells.currency, { bare: true })
  return () => [
    {
      id: 'number',
      title: t('records.orders.fields.number'),
      width: 88,
      sortable: true,
      cell: (row) => <>{row.number}</>,
    },
    {
      id: 'date',
      title: t('records.orders.fields.date'),
      width: 112,
      sortable: true,
      cell: (row) => <span class="dim">{row.date === null ? '' : format.day(row.date)}</span>,
    },
    {
      id: 'customerName',
      title: t('records.orders.fields.customer'),
      width: 100,
      grow: true,
      sortable: true,
      cell: (row) => <>{row.customerName}</>,
    },
    {
      id: 'stateName',
      title: t(isMomentNow() ? 'records.orders.fields.state' : 'funnel.stateNow'),
      width: 166,
      sortable: true,
      cell: (row) => <StateNow item={row} />,
    },
    {
      id: 'responsibleName',
      title: t('records.orders.fields.responsible'),
      width: 134,
      sortable: true,
      cell: (row) => <>{row.responsibleName}</>,
    },
    {
      id: 'companyTotal',
      title: t('funnel.columns.sumMoney', { currency: format.sign(cells.currency) }),
      width: 112,
      align: 'end',
      sortable: true,
      cell: (row) => <>{money(row)}</>,
    },
  ]
}

/** An order in two lines, for phones. */
export function CompactOrder(props: { readonly order: OrderItem }) {
  const { t, format } = useWords()
  const { cells } = useFunnel()
  const sum = () => props.order.companyTotal
  return (
    <>
      <span>
        <span class="cut">
          {props.order.number} <span class="dim">{props.order.customerName}</span>
        </span>
        <span>{sum() === null ? t('funnel.noRate') : format.money(sum() ?? 0, cells.currency)}</span>
      </span>
      <span>
        <StateNow item={props.order} />
        <span class="dim">{props.order.date === null ? '' : format.day(props.order.date)}</span>
      </span>
    </>
  )
}
