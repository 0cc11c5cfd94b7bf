import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Order, orders } from '../collections.ts'
import { setOrder } from '../commands.ts'
import { type MoveRequest, moveOrder } from '../moves/move-order.ts'
import { isCompleted, standingOf } from '../moves/moves.ts'
import { type Between, placesBetween } from './card-place.ts'

/** What the mover of a card saw of its order when he took it. */
export interface CardSeen {
  /** The heads of its moves. */
  readonly heads: readonly string[]
  readonly responsible: string | null
}

/** A card that was put somewhere on the board. */
export interface CardMove {
  readonly id: string
  /** What somebody else has changed of that since stays as it is. Null moves it knowingly from wherever it now stands. */
  readonly seen: CardSeen | null
  readonly to: MoveRequest & { readonly kind: string }
  /** Given where the card came into the lane of somebody else. */
  readonly responsible?: string | null
  /** Given where the place among the cards was chosen. */
  readonly between?: Between
}

/**
 * Puts an order's card into a column, a lane, and a place among the cards. In one act, so that one undo takes all back.
 * Failures: order-removed, order-moved, order-reassigned, and those of `moveOrder` and `setOrder`.
 */
export function moveCard(tx: Transaction, move: CardMove): void {
  const { id, to } = move
  const order = tx.get(orders, id)
  checkSeen(order, move)
  // What belongs to an open order is written while it is open.
  if (!isCompleted(order)) putCard(tx, move)
  if (!standsThere(order, to)) moveOrder(tx, { id, ...to })
  if (isCompleted(order)) putCard(tx, move)
}

function checkSeen(order: Order, { seen, to, responsible }: CardMove): void {
  const number = order.number ?? order.draft ?? ''
  if (order.gone) throw new Failure('order-removed', { number })
  if (seen === null) return
  if (!standsThere(order, to) && !hasHeads(order, seen.heads)) throw new Failure('order-moved', { number })
  const wanted = [seen.responsible, responsible]
  if (responsible !== undefined && !wanted.includes(order.responsible ?? null))
    throw new Failure('order-reassigned', { number })
}

function hasHeads(order: Order, seen: readonly string[]): boolean {
  const { heads } = standingOf(order)
  return heads.length === seen.length && heads.every((head) => seen.includes(head.id))
}

function standsThere(order: Order, { kind, state, completion }: CardMove['to']): boolean {
  const { move, heads } = standingOf(order)
  const isThere = move?.kind === kind && move.state === state && heads.length < 2
  return isThere && (completion === undefined || move.completion === completion)
}

function putCard(tx: Transaction, { id, responsible, between }: CardMove): void {
  if (responsible !== undefined) setOrder(tx, { id, fields: { responsible } })
  if (between === undefined) return
  const cards = [id, ...between.tied]
  for (const [i, cardPlace] of placesBetween(between.above, between.below, cards.length).entries()) {
    setOrder(tx, { id: cards[i] ?? id, fields: { cardPlace } })
  }
}
