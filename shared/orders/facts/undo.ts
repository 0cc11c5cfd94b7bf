import { isStanding } from '../../movements/facts.ts'
import { paidIn, tradedIn } from '../../movements/tally.ts'
import { newEntryId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Order, orders } from '../collections.ts'

/**
 * Takes a shipment or return back by a fact that names it (movements/SPEC M2). False: it was taken back already, or more
 * would have come back than went out.
 */
export function undoShipment(tx: Transaction, id: string, fact: string): boolean {
  return undoIn(tx, 'shipments', id, fact, isOverReturned)
}

/** The same of a payment or refund. False, too: more would have been given back than was paid. */
export function undoPayment(tx: Transaction, id: string, fact: string): boolean {
  return undoIn(tx, 'payments', id, fact, (order) => paidIn(order) < 0)
}

function undoIn(
  tx: Transaction,
  list: 'shipments' | 'payments',
  id: string,
  fact: string,
  isOdd: (order: Order) => boolean,
): boolean {
  const order = tx.get(orders, id)
  if (!isStanding(order[list], fact)) return false
  // Without a fact it is as if another one took it back.
  const without = { ...order, [list]: order[list].filter((one) => one.id !== fact) }
  if (isOdd(without) && !isOdd(order)) return false
  tx.add(orders, id, list, newEntryId(), { undoes: fact, at: tx.now(), author: tx.person, device: tx.replica })
  return true
}

function isOverReturned(order: Order): boolean {
  return tradedIn(order).some(({ shipped, returned }) => Math.abs(returned.quantity) > Math.abs(shipped.quantity))
}
