import { Failure } from '../../errors.ts'
import { isStanding } from '../../movements/facts.ts'
import { paidIn, tradedIn } from '../../movements/tally.ts'
import { newEntryId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Order, orders } from '../collections.ts'

/** Where an order keeps what happened. */
export type FactList = 'shipments' | 'payments'

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

/**
 * Takes facts that were entered by mistake back, all of them or none: of one list, by id. Failure `fact-needed`: one was
 * taken back already, or more would be back, or given back, than there was.
 */
export function undoFacts(
  tx: Transaction,
  { id, list, facts }: { readonly id: string; readonly list: FactList; readonly facts: readonly string[] },
): void {
  const undo = list === 'shipments' ? undoShipment : undoPayment
  for (const fact of facts) if (!undo(tx, id, fact)) throw new Failure('fact-needed')
}

function undoIn(tx: Transaction, list: FactList, id: string, fact: string, isOdd: (order: Order) => boolean): boolean {
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
