import { isStanding } from '../movements/facts.ts'
import { type Order, orders } from '../orders/collections.ts'
import { checkSum } from '../orders/facts/pay.ts'
import { orderOf, signed } from '../orders/facts/request.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { bankPaymentOf, entryFor } from './payment-id.ts'

/** What a bank's payment pays on one order. */
export interface StatementPayment {
  /** Of the bank's payment (payment-id.ts). */
  readonly payment: string
  readonly order: string
  readonly invoice: string | null
  /** Minor units. */
  readonly sum: number
  /** The day on which the money came, `YYYY-MM-DD`. */
  readonly date: string
  readonly comment: string
}

/**
 * Enters payments of a bank statement in their orders, as one act. One that stands in its order already adds nothing; one that was taken
 * back is entered anew (SPEC Y2, Y8). Failures: order-removed, order-not-posted, sum-wrong.
 */
export function takeStatement(
  tx: Transaction,
  { payments }: { readonly payments: readonly StatementPayment[] },
): { readonly taken: number } {
  return { taken: payments.filter((payment) => enter(tx, payment)).length }
}

function enter(tx: Transaction, { payment, order: id, invoice, sum, date, comment }: StatementPayment): boolean {
  checkSum(sum)
  const order = orderOf(tx, id)
  const same = entriesOf(order, payment).filter((one) => one.invoice === invoice)
  if (same.some((one) => isStanding(order.payments, one.id))) return false
  const entry = entryFor(payment, entriesOf(order, payment).length)
  const values = { kind: 'payment', way: 'bank', sum, ...(invoice && { invoice }) } as const
  tx.add(orders, id, 'payments', entry, { ...values, ...signed(tx, { date, comment }) })
  return true
}

/** Entries of an order that the bank's payment has made; those that were taken back, too. */
function entriesOf(order: Order, payment: string): Order['payments'] {
  return order.payments.filter((one) => bankPaymentOf(one.id) === payment)
}
