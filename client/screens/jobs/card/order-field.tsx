import { createSignal, Show } from 'solid-js'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { addressOf } from '../../../records/address.ts'
import { createFound, type Sought } from '../../../records/card/found.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What the choice of a job's order is given. */
export interface OrderFieldProps {
  readonly value: string | null
  /** Its number, and its sort for the way to it; null while it is not here. */
  readonly name: string | null
  readonly sort: string | null
  readonly customer: string | null
  readonly readOnly: boolean
  /** `customer`: whose order it is. */
  readonly onChoose: (order: string | null, customer: string | null) => Promise<unknown>
}

/**
 * The order of a job, found by what is typed; choosing it says whose job it is. Among the customer's; without one among all,
 * and before one types among those that are open, the latest first.
 */
export function OrderField(props: OrderFieldProps) {
  const { t, format } = useWords()
  const [search, setSearch] = createSignal('')
  const found = createFound(() => (props.readOnly ? null : soughtBy(props.customer, search())))
  const { rows } = found
  const label = ({ number, customerName, date }: OrderItem) =>
    [number, customerName, date === null ? null : format.day(date)].filter(Boolean).join(' · ')
  const options = () => rows().map((row) => ({ value: row.id, label: label(row) }))
  const choose = (id: string | null) => props.onChoose(id, rows().find((row) => row.id === id)?.customer ?? null)
  const href = () => props.value && props.name !== null && addressOf('orders', { id: props.value, sort: props.sort })
  return (
    <>
      <Combobox
        label={t(fieldLabel('jobs', 'order'))}
        value={props.value}
        text={props.name ?? undefined}
        options={options()}
        total={found.count()}
        loading={found.isLoading()}
        onSearch={(text) => setSearch(text.trim())}
        readOnly={props.readOnly}
        onCommit={choose}
      />
      <Show when={href()}>
        {(address) => (
          <p class="job-order">
            <Link href={address()}>{t('jobs.card.toOrder', { number: props.name ?? '' })}</Link>
          </p>
        )}
      </Show>
    </>
  )
}

function soughtBy(customer: string | null, search: string): Sought<'orders'> {
  const open = [{ field: 'completed', is: 'equal', values: [false] }] as const
  const own = [{ field: 'customer', is: 'equal', values: [customer] }] as const
  return {
    collection: 'orders',
    filter: customer !== null ? own : search === '' ? open : [],
    search,
    sort: [{ field: 'date', down: true }],
  }
}
