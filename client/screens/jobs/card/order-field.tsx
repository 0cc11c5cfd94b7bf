import { Show } from 'solid-js'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { PlainListQuery } from '../../../data/queries/answer-to.ts'
import { addressOf } from '../../../records/address.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** So many orders are chosen among: the customer's, else the latest that are open. */
const MOST = 300

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

/** The order of a job: found by its number or customer; choosing it says whose job it is. */
export function OrderField(props: OrderFieldProps) {
  const { t, format } = useWords()
  const answer = createQuery(() => (props.readOnly ? null : offered(props.customer)))
  const rows = () => answer()?.rows ?? []
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

function offered(customer: string | null): PlainListQuery<'orders'> {
  return {
    what: 'list',
    collection: 'orders',
    filter:
      customer === null
        ? [{ field: 'completed', is: 'equal', values: [false] }]
        : [{ field: 'customer', is: 'equal', values: [customer] }],
    search: '',
    sort: [{ field: 'date', down: true }],
    group: [],
    from: 0,
    to: MOST,
  }
}
