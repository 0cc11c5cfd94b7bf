import { Failure } from '../../errors.ts'
import { leftOf, nextPart } from '../../movements/lines.ts'
import { movementsOf } from '../../movements/movements.ts'
import type { Tally } from '../../movements/tally.ts'
import { newEntryId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Order, orders } from '../collections.ts'
import { checkOpen } from '../commands.ts'
import { type FactRequest, orderOf, signed } from './request.ts'
import { type Sold, soldIn, worthOf } from './sold.ts'

/** How much of a line, thousandths of a unit. */
export interface Part {
  readonly line: string
  readonly quantity: number
  /** What comes back, where the line named another product when it went out; left out, the first that it sold. */
  readonly product?: string | null
}

interface PartRequest extends FactRequest {
  /** Left out: all that there is. */
  readonly parts?: readonly Part[]
}

/** A fact of one line, before it is signed. */
interface Piece extends Tally {
  readonly line: string | null
  readonly product: string | null
}

/**
 * «Отгрузка»: all that is left of the order, or parts of it, as one document. Failures: order-completed, order-removed,
 * order-not-posted, nothing-to-ship, line-missing, quantity-wrong, ship-too-much.
 */
export function ship(tx: Transaction, request: PartRequest): void {
  checkOpen(tx, request.id)
  const order = orderOf(tx, request.id)
  const left = leftOf(order)
  const parts = request.parts ?? left.map(({ line, quantity }) => ({ line: line.id, quantity }))
  if (parts.length === 0) throw new Failure('nothing-to-ship')
  write(
    tx,
    request,
    'shipment',
    joined(parts).map((part) => pieceOf(order, part)),
  )
}

/**
 * «Возврат»: all that was sold and is not back, or parts of it. A completed order takes it, too: what was shipped stays
 * in the debts of one that was cancelled until then. Failures: order-removed, order-not-posted, nothing-to-return,
 * line-missing, quantity-wrong, return-too-much.
 */
export function takeBack(tx: Transaction, request: PartRequest): void {
  const sold = outOf(orderOf(tx, request.id))
  const pieces = request.parts === undefined ? sold : joined(request.parts).map((part) => backOf(sold, part))
  if (pieces.length === 0) throw new Failure('nothing-to-return')
  write(tx, request, 'return', pieces)
}

/** What was sold and is not back. */
export function outOf(order: Order): readonly Sold[] {
  return soldIn(movementsOf(order).sales).filter(({ quantity }) => quantity !== 0)
}

function backOf(sold: readonly Sold[], { line, product, quantity }: Part): Piece {
  const known = sold.find((one) => one.line === line && (product === undefined || one.product === product))
  if (!known) throw new Failure('line-missing')
  return { ...known, ...worthOf(known, checked(quantity, known.quantity, 'return-too-much')) }
}

function pieceOf(order: Order, { line: id, quantity }: Part): Piece {
  const line = order.lines.find((one) => one.id === id)
  if (!line) throw new Failure('line-missing')
  const left = leftOf(order).find((one) => one.line.id === id)?.quantity ?? 0
  const part = nextPart(order, line, checked(quantity, left, 'ship-too-much'))
  return { line: id, product: line.product, ...part }
}

/** A quantity on the way to `most`, which may be below nothing. */
function checked(quantity: number, most: number, code: 'ship-too-much' | 'return-too-much'): number {
  const sign = most < 0 ? -1 : 1
  if (!Number.isSafeInteger(quantity) || sign * quantity <= 0) throw new Failure('quantity-wrong')
  if (Math.abs(quantity) > Math.abs(most)) throw new Failure(code, { left: most / 1000 })
  return quantity
}

/** Parts of the same line and product as one. */
function joined(parts: readonly Part[]): readonly Part[] {
  const groups = Map.groupBy(parts, ({ line, product }) => JSON.stringify([line, product]))
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    return first ? [{ ...first, quantity: all.reduce((sum, { quantity }) => sum + quantity, 0) }] : []
  })
}

function write(tx: Transaction, request: FactRequest, kind: 'shipment' | 'return', pieces: readonly Piece[]): void {
  const document = newEntryId()
  for (const { line, product, quantity, sum, vat } of pieces) {
    const values = { kind, document, line, product, quantity, sum, vatSum: vat, ...signed(tx, request) }
    tx.add(orders, request.id, 'shipments', newEntryId(), values)
  }
}
