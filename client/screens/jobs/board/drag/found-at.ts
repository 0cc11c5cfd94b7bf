import type { JobItem } from '../../../../../shared/jobs/job-item.ts'
import type { Spot } from '../../../../ui/board/carry.ts'
import { type BoardContext, cellOf, placeOf } from '../context.ts'
import { cardsAt } from '../live.ts'

/** The job whose card an element is, and where it stands. */
export function foundAt({ columns }: BoardContext, tile: HTMLElement): { job: JobItem; spot: Spot } | undefined {
  const cell = cellOf(tile)
  if (!cell) return undefined
  const { lane, state } = placeOf(cell)
  const cards = cardsAt(columns(), lane, state)
  const index = cards.findIndex(({ id }) => id === tile.dataset.card)
  const job = cards[index]
  return job && { job, spot: { lane, state, index } }
}
