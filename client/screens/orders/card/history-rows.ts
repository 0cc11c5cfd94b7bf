import type { Move, Order } from '../../../../shared/orders/collections.ts'
import { headsOf, inOrder, momentOf } from '../../../../shared/orders/moves.ts'

/** A move as the card's history shows it. */
export interface HistoryRow {
  readonly move: Move
  readonly at: number
  /** How long the order stayed where this move brought it, ms; null while it still stays. */
  readonly stayed: number | null
  readonly isHead: boolean
  /** The move was undone by a later one, or undoes an earlier one. */
  readonly undone: boolean
}

/** An order's moves, latest first. */
export function historyOf(order: Pick<Order, 'moves'>): HistoryRow[] {
  const moves = inOrder(order.moves)
  const heads = new Set(headsOf(moves).map((move) => move.id))
  const undone = new Set(moves.flatMap((move) => (move.undoes ? [move.undoes, move.id] : [])))
  const rows = moves.map((move, i) => {
    const next = moves[i + 1]
    const at = momentOf(move)
    return {
      move,
      at,
      stayed: next ? momentOf(next) - at : null,
      isHead: heads.has(move.id),
      undone: undone.has(move.id),
    }
  })
  return rows.reverse()
}
