import { useNavigate } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { CustomerInvoice } from '../../../data/queries/customers/query.ts'
import type { Item, ListQuery } from '../../../data/queries/query.ts'
import { addressOf } from '../../../records/address.ts'
import { COMPLETED_HUE } from '../../../records/process/process.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { SimpleTable } from '../../../ui/table/simple-table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'

/** So many orders are shown at first, and so many more each time. */
const STEP = 30

/** Orders and invoices of the customer, the latest first. */
export function Documents() {
  return (
    <>
      <Orders />
      <Invoices />
    </>
  )
}

/** Orders of a customer; those of all that were merged into it are read as its own. */
function ordersOf(customer: string, to: number): ListQuery {
  return {
    what: 'list',
    collection: 'orders',
    filter: [{ field: 'customer', is: 'equal', values: [customer] }],
    search: '',
    sort: [{ field: 'date', down: true }],
    group: [],
    from: 0,
    to,
  }
}

function Orders() {
  const { t, format } = useWords()
  const card = useCard()
  const [shown, setShown] = createSignal(STEP)
  const answer = createQuery(() => {
    const row = card.row()
    return row === null ? null : ordersOf(card.known()?.into?.id ?? row.id, shown())
  })
  const rows = () => (answer()?.rows ?? []) as unknown as readonly OrderItem[]
  const address = (row: OrderItem) => addressOf('orders', row as unknown as Item) ?? ''
  const columns = () => [
    {
      id: 'number',
      title: t('customers.orders.order'),
      cell: (row: OrderItem) => <Link href={address(row)}>{row.number ?? t('common.nameless')}</Link>,
    },
    {
      id: 'date',
      title: t('customers.orders.date'),
      cell: (row: OrderItem) => <>{row.date === null ? '' : format.day(row.date)}</>,
    },
    { id: 'state', title: t('customers.orders.state'), cell: (row: OrderItem) => <StateNow order={row} /> },
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

/** «Создать заказ»: a new order with this customer filled in. */
function NewOrder() {
  const { t } = useWords()
  const card = useCard()
  const navigate = useNavigate()
  const mayWrite = useMayWrite('orders')
  const customer = () => card.known()?.into?.id ?? card.row()?.id
  const begin = () => navigate('/orders/customer/draft/new', { state: { customer: customer() } })
  return (
    <Show when={mayWrite && customer()}>
      <Button size="small" look="ghost" icon={Plus} onClick={begin}>
        {t('customers.orders.create')}
      </Button>
    </Show>
  )
}

function StateNow(props: { readonly order: OrderItem }) {
  const { t } = useWords()
  const isCancelled = () => props.order.completion === 'cancelled'
  return (
    <Show
      when={props.order.completed}
      fallback={
        <StateChip
          name={props.order.stateName ?? t(props.order.state === null ? 'orders.noState' : 'orders.missingState')}
          hue={props.order.hue}
          number={props.order.place ?? undefined}
        />
      }
    >
      <StateChip
        name={t(isCancelled() ? 'orders.completedAs.cancelled' : 'orders.completed')}
        hue={isCancelled() ? null : COMPLETED_HUE}
      />
    </Show>
  )
}

function Invoices() {
  const { t, format } = useWords()
  const card = useCard()
  const money = (sum: number, { currency }: CustomerInvoice) => format.money(sum, currency ?? card.currency())
  const columns = () => [
    {
      id: 'number',
      title: t('customers.invoices.number'),
      cell: (row: CustomerInvoice) => <>{row.number || t('common.nameless')}</>,
    },
    {
      id: 'date',
      title: t('customers.orders.date'),
      cell: (row: CustomerInvoice) => <>{row.date === null ? '' : format.day(row.date)}</>,
    },
    {
      id: 'due',
      title: t('customers.invoices.due'),
      cell: (row: CustomerInvoice) => <>{row.due === null ? '' : format.date(row.due)}</>,
    },
    {
      id: 'sum',
      title: t('customers.orders.sum'),
      align: 'end' as const,
      cell: (row: CustomerInvoice) => <>{money(row.total, row)}</>,
    },
    {
      id: 'paid',
      title: t('customers.invoices.paid'),
      align: 'end' as const,
      cell: (row: CustomerInvoice) => <>{money(row.paid, row)}</>,
    },
  ]
  return (
    <Section title={t('customers.invoices.title')}>
      <SimpleTable
        label={t('customers.invoices.title')}
        rows={card.known()?.invoices ?? []}
        columns={columns()}
        empty={<p class="dim">{t('customers.invoices.none')}</p>}
      />
    </Section>
  )
}
