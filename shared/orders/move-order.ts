import { Failure } from '../errors.ts'
import { newEntryId } from '../records/id.ts'
import type { Transaction } from '../records/transaction.ts'
import { type Completion, kinds, type Move, type Order, orders, reasons } from './collections.ts'
import { COMPLETED } from './completed.ts'
import { inOrder, standingOf, statesOf } from './moves.ts'
import { orderTotal } from './totals.ts'

/** What is asked of a move. Without a kind the order keeps its own. */
export interface MoveRequest {
  readonly kind?: string
  readonly state: string
  /** Required when the state is «Завершен», and only then. */
  readonly completion?: Completion
  /** Required when the order is cancelled. */
  readonly reason?: string
  /** Required when a completed order is reopened, and with a reason that asks for a text. */
  readonly comment?: string
}

/**
 * Moves an order to a state, of its own kind or another: a fact that follows all heads, so that parted histories join.
 * Failures: state-not-in-kind, completion-required, completion-not-asked, reason-required, reason-text-required,
 * comment-required, state-same.
 */
export function moveOrder(tx: Transaction, { id, ...request }: MoveRequest & { readonly id: string }): void {
  const order = tx.get(orders, id)
  const standing = standingOf(order)
  const kind = request.kind ?? standing.kind
  checkMove(tx, request, kind)
  if (standing.state === COMPLETED && request.state !== COMPLETED && !request.comment?.trim()) {
    throw new Failure('comment-required')
  }
  if (isSame(standing.move, request, kind) && standing.heads.length < 2) throw new Failure('state-same')
  addMove(tx, order, { ...request, ...(kind === null ? {} : { kind }) })
}

/** The values of a move made now by this transaction's person and device. */
export function newMove(
  tx: Transaction,
  request: MoveRequest & { readonly undoes?: string },
  total: number,
  follows: readonly string[],
) {
  return { ...request, at: tx.now(), author: tx.person, device: tx.replica, total, follows }
}

/**
 * Undoes a move by a move back that names it. False when others have followed it since, or when it was the order's
 * first: then there is nothing to go back to.
 */
export function undoMove(tx: Transaction, id: string, move: string): boolean {
  const order = tx.get(orders, id)
  const undone = order.moves.find((one) => one.id === move)
  const isHead = standingOf(order).heads.some((head) => head.id === move)
  const back = undone && inOrder(order.moves.filter((one) => undone.follows.includes(one.id))).at(-1)
  if (!isHead || !back?.state) return false
  addMove(tx, order, { ...requestOf(back), undoes: move })
  return true
}

/** Checks a request against its kind; also for the first move of a new order. */
export function checkMove(tx: Transaction, request: MoveRequest, kind: string | null): void {
  const found = kind === null ? null : tx.find(kinds, kind)
  if (!found || !statesOf(found).includes(request.state))
    throw new Failure('state-not-in-kind', { state: request.state })
  if (request.state !== COMPLETED) {
    if (request.completion || request.reason) throw new Failure('completion-not-asked')
    return
  }
  if (!request.completion) throw new Failure('completion-required')
  if (request.completion === 'cancelled') checkReason(tx, request)
}

function checkReason(tx: Transaction, { reason, comment }: MoveRequest): void {
  const found = reason === undefined ? null : tx.find(reasons, reason)
  if (!found) throw new Failure('reason-required')
  if (found.other && !comment?.trim()) throw new Failure('reason-text-required')
}

function addMove(tx: Transaction, order: Order, request: MoveRequest & { readonly undoes?: string }): void {
  const follows = standingOf(order).heads.map((head) => head.id)
  tx.add(orders, order.id, 'moves', newEntryId(), newMove(tx, request, orderTotal(order), follows))
}

function isSame(move: Move | null, request: MoveRequest, kind: string | null): boolean {
  return move?.state === request.state && move.kind === kind && move.completion === (request.completion ?? null)
}

function requestOf(move: Move): MoveRequest {
  const { kind, state, completion, reason } = move
  return { state: state ?? '', ...(kind && { kind }), ...(completion && { completion }), ...(reason && { reason }) }
}
