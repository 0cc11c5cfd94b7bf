import { Show } from 'solid-js'
import { addressOf } from '../../../records/address.ts'
import { OrderChoice } from '../../../records/card/order-choice.tsx'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Link } from '../../../ui/actions/link.tsx'
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

/** The order of a job, and the way to it; choosing it says whose job it is. */
export function OrderField(props: OrderFieldProps) {
  const { t } = useWords()
  const href = () => props.value && props.name !== null && addressOf('orders', { id: props.value, sort: props.sort })
  return (
    <>
      <OrderChoice
        label={t(fieldLabel('jobs', 'order'))}
        value={props.value}
        text={props.name ?? undefined}
        customer={props.customer}
        readOnly={props.readOnly}
        onChoose={(order) => props.onChoose(order?.id ?? null, order?.customer ?? null)}
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
