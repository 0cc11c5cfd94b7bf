import type { JobItem } from '../../../../../shared/jobs/job-item.ts'
import { choiceLabel } from '../../../../records/words/labels.ts'
import type { Spot } from '../../../../ui/board/carry.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import type { BoardContext } from '../context.ts'
import { cardsAt } from '../live.ts'

/** Words for where a card is, and for what has become of it. */
export function createCarryWords({ columns, lanes, hasLanes }: BoardContext) {
  const { t } = useWords()
  const where = (job: JobItem, { lane, state, index }: Spot) => {
    const others = cardsAt(columns(), lane, state).filter(({ id }) => id !== job.id)
    const name = hasLanes() ? `, ${lanes().find(({ id }) => id === lane)?.name ?? t('jobs.board.nobody')}` : ''
    const words = `${t(choiceLabel('jobs', 'state', state))}${name}`
    return t('jobs.board.where', { state: words, place: index + 1, count: others.length + 1 })
  }
  return (what: 'taken' | 'where' | 'put' | 'kept', job: JobItem, spot: Spot) => {
    const subject = job.subject ?? t('common.nameless')
    if (what === 'where') return where(job, spot)
    return what === 'kept'
      ? t('jobs.board.kept', { subject })
      : t(`jobs.board.${what}`, { subject, where: where(job, spot) })
  }
}
