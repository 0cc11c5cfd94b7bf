import type { JobState } from '../../../../shared/jobs/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { JobLine } from '../../../records/jobs/job-line.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useBoard } from './context.ts'

/** What the quick adding of jobs is given. */
export interface QuickAddProps {
  readonly state: JobState
  readonly lane: string | null
  /** What the cell is called. */
  readonly label: string
}

/** At the foot of a cell: a line, Enter, and the job stands in it, of the lane's person or of whoever adds it. */
export function QuickAdd(props: QuickAddProps) {
  const { t } = useWords()
  const data = useData()
  const { hasLanes } = useBoard()
  const fresh = () => ({ state: props.state, performer: hasLanes() ? props.lane : data.account.person })
  return (
    <JobLine label={t('jobs.board.add', { state: props.label })} placeholder={t('jobs.board.addHint')} fresh={fresh} />
  )
}
