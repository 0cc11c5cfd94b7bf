import { createSignal } from 'solid-js'
import type { JobState } from '../../../../shared/jobs/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
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
  const acts = useActs()
  const { hasLanes } = useBoard()
  const [text, setText] = createSignal('')
  const add = async () => {
    const subject = text().trim()
    if (subject === '') return
    const performer = hasLanes() ? props.lane : data.account.person
    const values = { subject, state: props.state, performer }
    const id = await data.newId('jobs')
    const said = t('jobs.of.made', { subject })
    if (await acts.run('createRecord', { collection: 'jobs', id, values }, said)) setText('')
  }
  return (
    <input
      class="job-add"
      type="text"
      maxLength={500}
      placeholder={t('jobs.board.addHint')}
      aria-label={t('jobs.board.add', { state: props.label })}
      value={text()}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void add()}
    />
  )
}
