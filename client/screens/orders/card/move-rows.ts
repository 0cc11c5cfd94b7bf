import type { Move, Order } from '../../../../shared/orders/collections.ts'
import { standsBy } from '../../../../shared/orders/moves/move-order.ts'
import { inOrder, momentOf, standingOf } from '../../../../shared/orders/moves/moves.ts'

/** A move as the card's history shows it. */
export interface MovesRow {
  readonly move: Move
  readonly at: number
  /** How long the order stayed where this move brought it, ms; null while it still stays. */
  readonly stayed: number | null
  /** The order stands by this move: it, and no other, can be undone. */
  readonly canUndo: boolean
  /** The move was undone by a later one, or undoes an earlier one. */
  readonly undone: boolean
}

/** An order's moves, latest first. */
export function rowsOf(order: Pick<Order, 'moves'>): MovesRow[] {
  const moves = inOrder(order.moves)
  const { move: present } = standingOf(order)
  const last = present && standsBy(moves, present)
  const undone = new Set(moves.flatMap((move) => (move.undoes ? [move.undoes, move.id] : [])))
  const rows = moves.map((move, i) => {
    const next = moves[i + 1]
    const at = momentOf(move)
    return {
      move,
      at,
      stayed: next ? momentOf(next) - at : null,
      canUndo: move.id === last?.id && move.follows.length > 0,
      undone: undone.has(move.id),
    }
  })
  return rows.reverse()
}
