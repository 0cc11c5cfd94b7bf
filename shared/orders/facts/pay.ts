import { Failure } from '../../errors.ts'
import { movementsOf } from '../../movements/movements.ts'
import { newEntryId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Order, orders } from '../collections.ts'
import { isCompleted } from '../moves/moves.ts'
import { sumOf } from '../sums/exact.ts'
import { orderTotal } from '../totals.ts'
import type { PaymentWay } from './fields.ts'
import { type FactRequest, orderOf, signed } from './request.ts'

interface MoneyRequest extends FactRequest {
  /** Minor units. Left out: all that is due. */
  readonly sum?: number
  readonly way: PaymentWay
  /** The invoice that it goes by. */
  readonly invoice?: string
}

/**
 * «Оплата», whole or in part; more than is due is an advance. A completed order takes it, too. Failures: order-removed,
 * order-not-posted, nothing-to-pay, sum-wrong.
 */
export function takePayment(tx: Transaction, request: MoneyRequest): void {
  const due = dueOf(orderOf(tx, request.id))
  if (request.sum === undefined && due <= 0) throw new Failure('nothing-to-pay')
  write(tx, request, 'payment', request.sum ?? due)
}

/**
 * «Возврат оплаты»: what was paid beyond what was sold, or another sum up to what was paid. Failures: order-removed,
 * order-not-posted, nothing-to-refund, sum-wrong, refund-too-much.
 */
export function refund(tx: Transaction, request: MoneyRequest): void {
  const order = orderOf(tx, request.id)
  const sum = request.sum ?? beyondOf(order)
  if (request.sum === undefined && sum === 0) throw new Failure('nothing-to-refund')
  if (sum > movementsOf(order).paid) throw new Failure('refund-too-much')
  write(tx, request, 'refund', sum)
}

/** What was paid beyond what was sold; nothing where it was not. */
export function beyondOf(order: Order): number {
  const { paid, owed } = movementsOf(order)
  return Math.max(0, Math.min(paid, 0 - owed))
}

/** What is still to be paid: of an open order its total, of a completed one what it sold; below nothing, too much was paid. */
export function dueOf(order: Order): number {
  const { sold, paid } = movementsOf(order)
  return sumOf([isCompleted(order) ? sold : Math.max(sold, orderTotal(order)), -paid])
}

/** Failure `sum-wrong`: it is nothing, less than that, or no whole number of minor units. */
export function checkSum(sum: number): void {
  if (!Number.isSafeInteger(sum) || sum <= 0) throw new Failure('sum-wrong')
}

function write(tx: Transaction, request: MoneyRequest, kind: 'payment' | 'refund', sum: number): void {
  checkSum(sum)
  const { id, way, invoice } = request
  const values = { kind, sum, way, ...(invoice && { invoice }), ...signed(tx, request) }
  tx.add(orders, id, 'payments', newEntryId(), values)
}
