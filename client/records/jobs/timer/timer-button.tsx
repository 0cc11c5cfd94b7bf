import CirclePlay from 'lucide-solid/icons/circle-play'
import CircleStop from 'lucide-solid/icons/circle-stop'
import { Show } from 'solid-js'
import { IconButton } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useMayWrite } from '../../rights.ts'
import { type TimedJob, useTimer } from './timer.tsx'

/** Starts the timer on a job, or stops the one that runs on it. */
export function TimerButton(props: { readonly job: TimedJob }) {
  const { t } = useWords()
  const timer = useTimer()
  const mayWrite = useMayWrite('jobs')
  const runs = () => timer.runsOn(props.job.id)
  const label = () =>
    t(runs() ? 'jobs.timer.stopOn' : 'jobs.timer.startOn', { subject: props.job.subject ?? t('common.nameless') })
  return (
    <Show when={mayWrite}>
      <IconButton
        icon={runs() ? CircleStop : CirclePlay}
        label={label()}
        on={runs()}
        onClick={() => (runs() ? timer.stop() : timer.start(props.job))}
      />
    </Show>
  )
}
