import { isStanding } from '../../movements/facts.ts'
import { newEntryId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { orders } from '../collections.ts'

/** Takes a shipment or return back by a fact that names it (movements/SPEC M2). False: it was taken back already. */
export function undoShipment(tx: Transaction, id: string, fact: string): boolean {
  return undoIn(tx, 'shipments', id, fact)
}

/** The same of a payment or refund. */
export function undoPayment(tx: Transaction, id: string, fact: string): boolean {
  return undoIn(tx, 'payments', id, fact)
}

function undoIn(tx: Transaction, list: 'shipments' | 'payments', id: string, fact: string): boolean {
  if (!isStanding(tx.get(orders, id)[list], fact)) return false
  tx.add(orders, id, list, newEntryId(), { undoes: fact, at: tx.now(), author: tx.person, device: tx.replica })
  return true
}
