import '../../customers.css'
import { Invoices } from './invoices.tsx'
import { Orders } from './orders.tsx'

/** «Документы»: orders and invoices of the customer, the latest first. */
export function Documents() {
  return (
    <div class="documents">
      <Orders />
      <Invoices />
    </div>
  )
}
