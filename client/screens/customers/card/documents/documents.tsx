import { hasFeature } from '../../../../../shared/features/known.ts'
import '../../customers.css'
import { Show } from 'solid-js'
import { JobsOf } from '../../../../records/jobs/jobs-of.tsx'
import { useCard } from '../context.tsx'
import { Invoices } from './invoices.tsx'
import { Orders } from './orders.tsx'

/** «Документы»: orders and invoices of the customer, the latest first, and the jobs for it. */
export function Documents() {
  const card = useCard()
  return (
    <div class="documents">
      <Orders />
      <Show when={hasFeature('invoices')}>
        <Invoices />
      </Show>
      <Show when={card.row()}>
        {(row) => <JobsOf of="customer" id={card.known()?.into?.id ?? row().id} fresh={{}} />}
      </Show>
    </div>
  )
}
