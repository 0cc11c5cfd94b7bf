import { Failure } from '../../errors.ts'
import type { Patch } from '../../records/declarations/collection.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { orders } from '../collections.ts'
import { placed } from '../commands.ts'
import { copiedLine } from '../made/copied.ts'
import { invoices } from './collections.ts'

interface NewInvoice {
  readonly id: string
  readonly order: string
  /** What it has otherwise than its order: account, date, last day to pay, draft number. */
  readonly fields?: Patch<(typeof invoices)['fields']>
}

/**
 * «Счет на оплату» of an order as it stands: its lines, their prices and what these follow from. The server gives it its
 * number. Failures: order-removed, order-empty.
 */
export function makeInvoice(tx: Transaction, { id, order: of, fields = {} }: NewInvoice): void {
  const order = tx.get(orders, of)
  if (order.gone) throw new Failure('order-removed', { number: order.number ?? order.draft ?? '' })
  if (order.lines.length === 0) throw new Failure('order-empty')
  const { organisation, customer, responsible, currency, discount, vatMode } = order
  const taken = { organisation, customer, responsible, currency, discount, vatMode }
  const lines = order.lines.map((line) => ({ ...copiedLine(line), line: line.id }))
  tx.create(invoices, id, { date: tx.now(), ...taken, ...fields, order: of, lines: placed(id, lines) })
}
