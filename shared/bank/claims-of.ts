import { isStanding } from '../movements/facts.ts'
import type { Order } from '../orders/collections.ts'
import { dueOf } from '../orders/facts/pay.ts'
import type { Invoice } from '../orders/invoices/collections.ts'
import { paidOf } from '../orders/invoices/paid.ts'
import { dayAt } from '../time/days.ts'
import type { Claim } from './claims.ts'
import { bankPaymentOf } from './payment-id.ts'
import type { EnteredPayment } from './twice.ts'

/** What claims are named by. */
export interface ClaimLook {
  /** Name and INN of the customer that an id means. */
  readonly customer: (id: string | null) => { readonly name: string | null; readonly inn: string | null }
  /** The company's own currency, in which its accounts are. */
  readonly currency: string
  /** IANA. */
  readonly zone: string
}

type Dated = Pick<Order, 'number' | 'draft' | 'date' | 'customer'>

/** An order as a claim: with something left to be paid, in the currency of the accounts; else null (SPEC Y9). */
export function orderClaim(order: Order, look: ClaimLook): Claim | null {
  if (order.gone || (order.currency ?? look.currency) !== look.currency) return null
  const due = dueOf(order)
  if (due <= 0) return null
  return { id: order.id, order: order.id, due, ...namedBy(order, look), ...(!order.posted && { isUnposted: true }) }
}

/** An invoice as a claim, as far as its order is one; no more is due on it than on that. */
export function invoiceClaim(invoice: Invoice, order: Order | null, look: ClaimLook): Claim | null {
  const whole = order && !invoice.gone ? orderClaim(order, look) : null
  if (!whole) return null
  const { total, paid } = paidOf(invoice, order)
  const due = Math.min(whole.due, total - paid)
  const customer = invoice.customer ?? order?.customer ?? null
  return due > 0 ? { ...whole, ...namedBy({ ...invoice, customer }, look), id: invoice.id, due } : null
}

/** The bank's payments that stand in an order. */
export function bankPaymentsIn({
  payments,
  number,
  draft,
}: Pick<Order, 'payments' | 'number' | 'draft'>): EnteredPayment[] {
  return payments.flatMap(({ id, device }) => {
    const payment = bankPaymentOf(id)
    return payment !== null && isStanding(payments, id) ? [{ payment, number: number ?? draft ?? '', device }] : []
  })
}

function namedBy({ number, draft, date, customer }: Dated, { customer: customerOf, zone }: ClaimLook) {
  const { name, inn } = customerOf(customer)
  return { number: number ?? draft ?? '', date: date === null ? '' : dayAt(date, zone), inn, name: name ?? '' }
}
