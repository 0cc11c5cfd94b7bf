import { generateNKeysBetween } from 'fractional-indexing'
import { Failure } from '../errors.ts'
import type { Draft, Patch } from '../records/declarations/collection.ts'
import { placeAfter } from '../records/declarations/place.ts'
import { newEntryId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { type Order, orders } from './collections.ts'
import { checkMove, type MoveRequest, newMove } from './moves/move-order.ts'
import { isCompleted } from './moves/moves.ts'
import { isTooLarge, orderTotal } from './totals.ts'

type OrderFields = Patch<(typeof orders)['fields']>
type LineFields = Patch<(typeof orders)['lists']['lines']['fields']>

/** A new order: its fields, its lines in order, and the state that it starts in. */
export interface NewOrder {
  readonly id: string
  readonly fields: OrderFields & { readonly sort: 'customer' | 'work' }
  readonly lines: readonly LineFields[]
  readonly start: MoveRequest & { readonly kind: string }
}

/** Makes an order with its first move. The server gives it its number; until then its draft number stands. */
export function createOrder(tx: Transaction, { id, fields, lines, start }: NewOrder): void {
  checkMove(tx, start, start.kind)
  const priced = lines.map((line) => ({ quantity: null, price: null, discount: null, ...line }))
  checkSum(priced)
  const draft: Draft<typeof orders> = {
    date: tx.now(),
    ...fields,
    lines: placed(id, lines),
    moves: { [entryOf(id, 'm', 0)]: newMove(tx, start, orderTotal({ lines: priced }), []) },
  }
  tx.create(orders, id, draft)
}

/** Writes fields of an order. Failure `order-completed`: a completed order is edited only after reopening. */
export function setOrder(tx: Transaction, { id, fields }: { readonly id: string; readonly fields: OrderFields }): void {
  checkOpen(tx, id)
  tx.set(orders, id, fields)
}

/** Adds a line at the end of the order's lines. Failure `sum-too-large`. */
export function addLine(tx: Transaction, { id, fields }: { readonly id: string; readonly fields: LineFields }): void {
  const place = placeAfter(checkOpen(tx, id).lines)
  tx.add(orders, id, 'lines', newEntryId(), { ...fields, place })
  checkSum(tx.get(orders, id).lines)
}

/** Writes fields of a line. Failure `sum-too-large`. */
export function setLine(
  tx: Transaction,
  { id, line, fields }: { readonly id: string; readonly line: string; readonly fields: LineFields },
): void {
  checkOpen(tx, id)
  tx.setEntry(orders, id, 'lines', line, fields)
  checkSum(tx.get(orders, id).lines)
}

export function removeLine(tx: Transaction, { id, line }: { readonly id: string; readonly line: string }): void {
  checkOpen(tx, id)
  tx.removeEntry(orders, id, 'lines', line)
}

/** «Провести»: from now on the order has movements and starts rules. */
export function postOrder(tx: Transaction, { id, posted }: { readonly id: string; readonly posted: boolean }): void {
  checkOpen(tx, id)
  tx.set(orders, id, { posted })
}

/** The order, unless it is completed: Failure `order-completed`. */
export function checkOpen(tx: Transaction, id: string): Order {
  const order = tx.get(orders, id)
  if (isCompleted(order)) throw new Failure('order-completed', { number: order.number ?? order.draft ?? '' })
  return order
}

/** Lines that come to what a sum can be, or Failure `sum-too-large`. */
export function checkSum(lines: Parameters<typeof isTooLarge>[0]): void {
  if (isTooLarge(lines)) throw new Failure('sum-too-large')
}

function placed(order: string, lines: readonly LineFields[]): { readonly [entry: string]: LineFields } {
  const places = generateNKeysBetween(null, null, lines.length)
  return Object.fromEntries(lines.map((line, i) => [entryOf(order, 'l', i), { ...line, place: places[i] ?? null }]))
}

/** Entries made with an order are named after it, so that an order made on two devices has them once (SPEC R5). */
function entryOf(order: string, list: 'l' | 'm', index: number): string {
  return `${order.slice(-12)}${list}${index}`
}
