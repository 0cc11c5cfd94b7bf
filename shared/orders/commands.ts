import { generateNKeysBetween } from 'fractional-indexing'
import { parseBasis } from '../basis/basis.ts'
import { Failure } from '../errors.ts'
import { joinOrder } from '../letters/acts/bind.ts'
import { hasFacts } from '../movements/facts.ts'
import { tradedIn } from '../movements/tally.ts'
import type { Draft, Patch } from '../records/declarations/collection.ts'
import type { CustomValues } from '../records/declarations/custom.ts'
import { placeAfter } from '../records/declarations/place.ts'
import { newEntryId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { type Order, orders } from './collections.ts'
import { checkEntry } from './moves/entry.ts'
import { checkMove, type MoveRequest, newMove } from './moves/move-order.ts'
import { isCompleted } from './moves/moves.ts'
import { isTooLarge, orderTotal } from './totals.ts'

export type OrderFields = Patch<(typeof orders)['fields']> & CustomValues
export type LineFields = Patch<(typeof orders)['lists']['lines']['fields']>

/** A new order: its fields, its lines in order, and the state that it starts in. */
export interface NewOrder {
  readonly id: string
  readonly fields: OrderFields & { readonly sort: 'customer' | 'work' }
  readonly lines: readonly LineFields[]
  readonly start: MoveRequest & { readonly kind: string }
  /** Somebody fills it in by hand, and is asked for what its state requires; an import takes what there is. */
  readonly asked?: boolean
  /** Of one that is made from a letter: the letters of that one's thread. */
  readonly thread?: readonly string[]
}

/**
 * Makes an order with its first move. The server gives it its number; until then its draft number stands. Failures of
 * `moveOrder`, `sum-too-large`.
 */
export function createOrder(tx: Transaction, { id, fields, lines, start, asked = false, thread = [] }: NewOrder): void {
  checkMove(tx, start, start.kind)
  const priced = {
    ...fields,
    lines: lines.map((line) => ({ quantity: null, price: null, discount: null, ...line })),
  }
  checkSum(priced)
  const carried = { total: orderTotal(priced), responsible: fields.responsible ?? null }
  const draft: Draft<typeof orders> = {
    date: tx.now(),
    ...fields,
    lines: placed(id, lines),
    moves: { [entryOf(id, 'm', 0)]: newMove(tx, start, carried, []) },
  }
  tx.create(orders, id, draft)
  if (asked) checkEntry(tx, tx.get(orders, id), start.state)
  const basis = parseBasis(fields.basis ?? null)
  if (basis?.collection === 'letters') joinOrder(tx, { from: basis.id, thread, order: id })
}

/**
 * Writes fields of an order. Failures `order-completed`: a completed order is edited only after reopening; `order-has-facts`,
 * `sum-too-large`.
 */
export function setOrder(tx: Transaction, { id, fields }: { readonly id: string; readonly fields: OrderFields }): void {
  checkFields(tx, id, fields)
  tx.set(orders, id, fields)
  if ('discount' in fields || 'vatMode' in fields) checkSum(tx.get(orders, id))
}

/** Adds a line at the end of the order's lines. Failure `sum-too-large`. */
export function addLine(tx: Transaction, { id, fields }: { readonly id: string; readonly fields: LineFields }): void {
  const place = placeAfter(checkOpen(tx, id).lines)
  tx.add(orders, id, 'lines', newEntryId(), { ...fields, place })
  checkSum(tx.get(orders, id))
}

/** Writes fields of a line. Failures `sum-too-large`; `line-shipped`: of what is shipped the product stays. */
export function setLine(
  tx: Transaction,
  { id, line, fields }: { readonly id: string; readonly line: string; readonly fields: LineFields },
): void {
  const order = checkOpen(tx, id)
  const { product } = order.lines.find((one) => one.id === line) ?? { product: null }
  if (fields.product !== undefined && fields.product !== product) checkNotShipped(order, line)
  tx.setEntry(orders, id, 'lines', line, fields)
  checkSum(tx.get(orders, id))
}

/** Removes a line. Failure `line-shipped`: what is shipped comes back first. */
export function removeLine(tx: Transaction, { id, line }: { readonly id: string; readonly line: string }): void {
  checkNotShipped(checkOpen(tx, id), line)
  tx.removeEntry(orders, id, 'lines', line)
}

/**
 * «Провести»: from now on the order has movements and starts rules; or has none any more. Failure `order-has-facts`: one
 * with shipments or payments stays posted, since they would count for nothing.
 */
export function postOrder(tx: Transaction, { id, posted }: { readonly id: string; readonly posted: boolean }): void {
  const order = checkOpen(tx, id)
  if (!posted && hasFacts(order)) throw new Failure('order-has-facts')
  tx.set(orders, id, { posted })
}

/** The order, unless it is completed: Failure `order-completed`. */
export function checkOpen(tx: Transaction, id: string): Order {
  const order = tx.get(orders, id)
  if (isCompleted(order)) throw new Failure('order-completed', { number: order.number ?? order.draft ?? '' })
  return order
}

/**
 * Fields that may be written so: the order is open, and the currency of one with shipments or payments stays, since they
 * are in it. Failures `order-completed`, `order-has-facts`.
 */
export function checkFields(tx: Transaction, id: string, fields: { readonly [name: string]: unknown }): void {
  const order = checkOpen(tx, id)
  const { currency = order.currency } = fields
  if (currency !== order.currency && hasFacts(order)) throw new Failure('order-has-facts')
}

/** Lines that come to what a sum can be, or Failure `sum-too-large`. */
export function checkSum(order: Parameters<typeof isTooLarge>[0]): void {
  if (isTooLarge(order)) throw new Failure('sum-too-large')
}

function checkNotShipped(order: Order, line: string): void {
  const of = tradedIn(order).filter((one) => one.line === line)
  if (of.some(({ shipped, returned }) => shipped.quantity !== returned.quantity)) throw new Failure('line-shipped')
}

/** Lines as the entries of a new document, in their order. */
export function placed(order: string, lines: readonly LineFields[]): { readonly [entry: string]: LineFields } {
  const places = generateNKeysBetween(null, null, lines.length)
  return Object.fromEntries(lines.map((line, i) => [entryOf(order, 'l', i), { ...line, place: places[i] ?? null }]))
}

/** Entries made with an order are named after it, so that an order made on two devices has them once (SPEC R5). */
function entryOf(order: string, list: 'l' | 'm', index: number): string {
  return `${order.slice(-12)}${list}${index}`
}
