import type { JobState } from '../../../../shared/jobs/collections.ts'
import type { JobMove } from '../../../../shared/jobs/commands.ts'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import { isClosed } from '../../../../shared/jobs/states.ts'
import { betweenAt } from '../../../../shared/orders/board/card-place.ts'
import type { Carried, Spot } from '../../../ui/board/carry.ts'
import { NO_LANE } from './live.ts'

/** The command that puts a carried card somewhere; `cards`: those of the cell. Closed jobs stand by when they were closed. */
export function jobMove({ card, from }: Carried<JobItem>, to: Spot, cards: readonly JobItem[]): JobMove {
  const state = to.state as JobState
  const others = cards.filter(({ id }) => id !== card.id)
  const between = isClosed(state) ? undefined : betweenAt(others, to.index)
  return {
    id: card.id,
    ...(to.state !== from.state && { state }),
    ...(to.lane !== from.lane && to.lane !== NO_LANE && { performer: to.lane }),
    ...(between && { between }),
  }
}
