import { type Between, betweenAt } from '../../../../../shared/orders/board/card-place.ts'
import type { CardMove } from '../../../../../shared/orders/board/move-card.ts'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import type { BoardCard, BoardCell } from '../../../../data/queries/board/query.ts'
import type { Carried, Spot } from '../../../../ui/board/carry.ts'

/** The command that puts a carried card somewhere. How an order was completed, or why it is reopened, is not in it yet. */
export function cardMove(
  { card, from }: Carried<BoardCard>,
  to: Spot,
  kind: string,
  cell: BoardCell | undefined,
): CardMove {
  // Completed orders stand by the time of their completion.
  const between = cell && to.state !== COMPLETED ? betweenIn(cell, card, to.index) : undefined
  return {
    id: card.id,
    seen: { heads: card.heads, responsible: card.responsible },
    to: { kind, state: to.state },
    ...(to.lane !== from.lane && { responsible: to.lane }),
    ...(between && { between }),
  }
}

/** Between which cards; where the cell's cards are known here in part only, not beyond the last known ones. */
function betweenIn({ cards, from, count }: BoardCell, card: BoardCard, index: number): Between | undefined {
  const others = cards.filter((one) => one.id !== card.id)
  const first = from > 0 ? 1 : 0
  const last = from + cards.length < count ? others.length - 1 : others.length
  return betweenAt(others, Math.min(last, Math.max(first, index - from)))
}
