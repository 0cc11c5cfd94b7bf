import type { Order } from '../orders/collections.ts'
import type { PAID } from '../orders/invoices/paid.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import type { Standing } from '../orders/moves/moves.ts'
import { sumOf } from '../orders/sums/exact.ts'
import { leftOf } from './lines.ts'
import { movementsOf } from './movements.ts'
import { paidIn } from './tally.ts'

/** How far an order is shipped. */
export const SHIPPED = ['unshipped', 'partShipped', 'allShipped'] as const

/** How far an order is paid and shipped, for lists; sums in minor units, null where there is nothing to be said. */
export interface Settled {
  readonly paying: (typeof PAID)[number] | null
  /** What is still to be paid. */
  readonly unpaid: number | null
  readonly shipping: (typeof SHIPPED)[number] | null
  /** What is still to be shipped comes to so much. */
  readonly unshipped: number | null
}

const NOTHING: Settled = { paying: null, unpaid: null, shipping: null, unshipped: null }

/**
 * How far an order of that total, which stands so, is paid and shipped (SPEC M13, M14). Lists ask this of every order: what
 * most have none of is not reckoned with.
 */
export function settledOf(order: Order, total: number, { state, move }: Standing): Settled {
  if (order.gone || !order.posted) return NOTHING
  const isOpen = state !== COMPLETED
  const due = isOpen || move?.completion !== 'cancelled' ? total : soldOf(order)
  return { ...paymentOf(order, due), ...shipmentOf(order, total, isOpen) }
}

function soldOf(order: Order): number {
  return order.shipments.length === 0 ? 0 : movementsOf(order).sold
}

function paymentOf(order: Order, due: number): Pick<Settled, 'paying' | 'unpaid'> {
  const paid = order.payments.length === 0 ? 0 : paidIn(order)
  if (due <= 0 && paid <= 0) return { paying: null, unpaid: null }
  const paying = paid <= 0 ? 'not' : paid < due ? 'part' : 'whole'
  return { paying, unpaid: Math.max(0, due - paid) }
}

function shipmentOf(order: Order, total: number, isOpen: boolean): Pick<Settled, 'shipping' | 'unshipped'> {
  if (order.lines.length === 0) return { shipping: null, unshipped: null }
  if (order.shipments.length === 0) {
    return isOpen ? { shipping: 'unshipped', unshipped: total } : { shipping: null, unshipped: null }
  }
  const left = leftOf(order)
  if (left.length === 0) return { shipping: 'allShipped', unshipped: 0 }
  if (!isOpen) return { shipping: null, unshipped: null }
  const isWhole = left.length === order.lines.length && left.every(({ line, quantity }) => quantity === line.quantity)
  return { shipping: isWhole ? 'unshipped' : 'partShipped', unshipped: sumOf(left.map(({ sum }) => sum)) }
}
