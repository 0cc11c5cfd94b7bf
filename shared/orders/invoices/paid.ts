import { paidIn } from '../../movements/tally.ts'
import type { Order } from '../collections.ts'
import { orderTotal } from '../totals.ts'
import type { Invoice } from './collections.ts'

/** How far an invoice is paid. */
export const PAID = ['not', 'part', 'whole'] as const

/** What is paid of an invoice, minor units, and how far that goes. */
export interface PaidInvoice {
  readonly total: number
  readonly paid: number
  readonly how: (typeof PAID)[number]
}

/** Tells by the payments of its order that name it; an order that is not here has paid nothing. */
export function paidOf(invoice: Invoice, order: Pick<Order, 'payments'> | null): PaidInvoice {
  const total = orderTotal(invoice)
  const paid = order === null ? 0 : paidIn(order, (payment) => payment.invoice === invoice.id)
  return { total, paid, how: howFar(paid, total) }
}

function howFar(paid: number, total: number): PaidInvoice['how'] {
  if (paid <= 0) return 'not'
  return paid < total ? 'part' : 'whole'
}
