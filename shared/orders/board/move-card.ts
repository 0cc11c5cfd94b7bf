import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Order, orders } from '../collections.ts'
import { setOrder } from '../commands.ts'
import { type MoveRequest, moveOrder } from '../moves/move-order.ts'
import { isCompleted, standingOf } from '../moves/moves.ts'
import { type Between, placesBetween } from './card-place.ts'

/** A card that was put somewhere on the board. */
export interface CardMove {
  readonly id: string
  /**
   * The heads of the order's moves that its mover saw: what somebody else has moved since stays where it is. Null moves
   * it knowingly from wherever it now stands.
   */
  readonly seen: readonly string[] | null
  readonly to: MoveRequest & { readonly kind: string }
  /** Given where the card came into the lane of somebody else. */
  readonly responsible?: string | null
  /** Given where the place among the cards was chosen. */
  readonly between?: Between
}

/**
 * Puts an order's card into a column, a lane, and a place among the cards. In one act, so that one undo takes all back.
 * Failures: order-removed, order-moved, and those of `moveOrder` and `setOrder`.
 */
export function moveCard(tx: Transaction, { id, seen, to, ...put }: CardMove): void {
  const order = tx.get(orders, id)
  checkSeen(order, seen, to)
  // What belongs to an open order is written while it is open.
  if (!isCompleted(order)) putCard(tx, id, put)
  if (!standsThere(order, to)) moveOrder(tx, { id, ...to })
  if (isCompleted(order)) putCard(tx, id, put)
}

function checkSeen(order: Order, seen: CardMove['seen'], to: CardMove['to']): void {
  const number = order.number ?? order.draft ?? ''
  if (order.gone) throw new Failure('order-removed', { number })
  if (seen === null || standsThere(order, to)) return
  const { heads } = standingOf(order)
  if (heads.length !== seen.length || heads.some((head) => !seen.includes(head.id))) {
    throw new Failure('order-moved', { number })
  }
}

function standsThere(order: Order, { kind, state, completion }: CardMove['to']): boolean {
  const { move, heads } = standingOf(order)
  const isThere = move?.kind === kind && move.state === state && heads.length < 2
  return isThere && (completion === undefined || move.completion === completion)
}

function putCard(tx: Transaction, id: string, { responsible, between }: Pick<CardMove, 'responsible' | 'between'>) {
  if (responsible !== undefined) setOrder(tx, { id, fields: { responsible } })
  if (between === undefined) return
  const cards = [id, ...between.tied]
  for (const [i, cardPlace] of placesBetween(between.above, between.below, cards.length).entries()) {
    setOrder(tx, { id: cards[i] ?? id, fields: { cardPlace } })
  }
}
