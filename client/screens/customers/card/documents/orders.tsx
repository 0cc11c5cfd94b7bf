import { createSignal, Show } from 'solid-js'
import { withoutOff } from '../../../../../shared/features/records.ts'
import type { OrderItem } from '../../../../../shared/orders/order-item.ts'
import { createQuery } from '../../../../data/page/solid.tsx'
import type { PlainListQuery } from '../../../../data/queries/answer-to.ts'
import type { Item } from '../../../../data/queries/query.ts'
import { addressOf } from '../../../../records/address.ts'
import { StateNow } from '../../../../records/process/state-of.tsx'
import { Button } from '../../../../ui/actions/button.tsx'
import { Section } from '../../../../ui/layout/section.tsx'
import { SimpleTable } from '../../../../ui/table/simple-table.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { useCard } from '../context.tsx'
import { Named } from './named.tsx'
import { NewOrder } from './new-order.tsx'

/** So many orders are shown at first, and so many more each time. */
const STEP = 30

/** Orders of a customer; those of all that were merged into it are read as its own. */
function ordersOf(customer: string, to: number): PlainListQuery<'orders'> {
  return {
    what: 'list',
    collection: 'orders',
    filter: [{ field: 'customer', is: 'equal', values: [customer] }, ...withoutOff('orders')],
    search: '',
    sort: [{ field: 'date', down: true }],
    group: [],
    from: 0,
    to,
  }
}

/** Orders of the customer, the latest first. */
export function Orders() {
  const { t, format } = useWords()
  const card = useCard()
  const [shown, setShown] = createSignal(STEP)
  const answer = createQuery(() => {
    const row = card.row()
    return row === null ? null : ordersOf(card.known()?.into?.id ?? row.id, shown())
  })
  const rows = () => answer()?.rows ?? []
  const address = (row: OrderItem) => addressOf('orders', row as unknown as Item) ?? ''
  const columns = () => [
    {
      id: 'number',
      title: t('customers.orders.order'),
      cell: (row: OrderItem) => <Named number={row.number} date={row.date} href={address(row)} />,
    },
    { id: 'state', title: t('customers.orders.state'), cell: (row: OrderItem) => <StateNow item={row} /> },
    {
      id: 'sum',
      title: t('customers.orders.sum'),
      align: 'end' as const,
      cell: (row: OrderItem) => <>{format.money(row.total, row.currency ?? card.currency())}</>,
    },
  ]
  return (
    <Section title={t('customers.orders.title')} actions={<NewOrder />}>
      <SimpleTable
        label={t('customers.orders.title')}
        rows={rows()}
        columns={columns()}
        empty={<p class="dim">{t(answer() ? 'customers.orders.none' : 'common.loading')}</p>}
      />
      <Show when={(answer()?.count ?? 0) > rows().length}>
        <Button onClick={() => setShown(shown() + STEP)}>{t('common.more')}</Button>
      </Show>
    </Section>
  )
}
