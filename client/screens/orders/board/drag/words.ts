import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import type { BoardCard } from '../../../../data/queries/board/query.ts'
import type { Carried, Spot } from '../../../../ui/board/carry.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import { useBoard } from '../context.ts'

/** Words for where a card is, among how many, and for what has become of it. */
export function createCarryWords() {
  const { t } = useWords()
  const { board, columns, hasLanes } = useBoard()
  const nameOf = ({ card }: Carried<BoardCard>) => card.customerName ?? card.number ?? ''
  const others = (to: Spot, { card }: Carried<BoardCard>) => {
    const cell = board.cell(to.lane, to.state)
    return (cell?.count ?? 0) - Number(card.state === to.state && (!hasLanes() || card.responsible === to.lane))
  }
  const where = (to: Spot, carried: Carried<BoardCard>) => {
    const state = columns().find((column) => column.id === to.state)?.name ?? ''
    const lane = board.lanes().find((one) => one.id === to.lane)?.name || t('board.nobody')
    const at = hasLanes() ? t('board.cell', { state, lane }) : state
    if (to.state === COMPLETED) return at
    return t('board.said.place', { at, place: to.index + 1, count: others(to, carried) + 1 })
  }
  return {
    taken: (carried: Carried<BoardCard>) =>
      t('board.said.taken', { card: nameOf(carried), where: where(carried.from, carried) }),
    where,
    put: (carried: Carried<BoardCard>, to: Spot) =>
      t('board.said.put', { card: nameOf(carried), where: where(to, carried) }),
    kept: (carried: Carried<BoardCard>) => t('board.said.kept', { card: nameOf(carried) }),
    others,
  }
}
