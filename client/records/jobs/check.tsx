import Check from 'lucide-solid/icons/check'
import X from 'lucide-solid/icons/x'
import type { JobState } from '../../../shared/jobs/collections.ts'
import { isClosed } from '../../../shared/jobs/states.ts'
import { IconOf } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { useMayWrite } from '../rights.ts'
import './jobs.css'

/** What the check of a job is given. */
export interface JobCheckProps {
  readonly id: string
  readonly subject: string | null
  readonly state: JobState
}

/** Checks a job off with one press, and takes it up again with another; each with its undo. */
export function JobCheck(props: JobCheckProps) {
  const { t } = useWords()
  const acts = useActs()
  const mayWrite = useMayWrite('jobs')
  const isDone = () => isClosed(props.state)
  const isOff = () => props.state === 'calledOff'
  const subject = () => props.subject ?? t('common.nameless')
  const label = () => t(isDone() ? 'jobs.uncheck' : 'jobs.check', { subject: subject() })
  const check = async (input: HTMLInputElement) => {
    const [state, said] = isDone() ? (['todo', 'jobs.undone'] as const) : (['done', 'jobs.done'] as const)
    const isHeard = await acts.run('moveJob', { id: props.id, state }, t(said, { subject: subject() }))
    if (!isHeard) input.checked = isDone()
  }
  return (
    <label class="job-check" classList={{ off: isOff() }} title={label()}>
      <input
        type="checkbox"
        class="said"
        aria-label={label()}
        checked={isDone()}
        disabled={!mayWrite}
        onChange={(event) => void check(event.currentTarget)}
      />
      <span class="job-check-box" aria-hidden="true">
        <IconOf icon={isOff() ? X : Check} />
      </span>
    </label>
  )
}
