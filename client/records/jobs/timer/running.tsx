import CircleStop from 'lucide-solid/icons/circle-stop'
import { Show } from 'solid-js'
import { isForgotten } from '../../../../shared/jobs/timers.ts'
import type { RunningTimer } from '../../../data/queries/jobs/query.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { elapsedText } from './elapsed.ts'
import { createSeconds } from './seconds.ts'
import { useTimer } from './timer.tsx'
import '../jobs.css'

/** The timer that runs, in the frame: on what, how long, and its stop; nothing where none does. */
export function Running() {
  const { t } = useWords()
  const timer = useTimer()
  createOffers(() => {
    const running = timer.running()
    const subject = running?.subject ?? t('common.nameless')
    const stop = { id: 'jobs.stopTimer', label: t('jobs.timer.stopOn', { subject }), icon: CircleStop, run: timer.stop }
    return { heading: t('records.jobs.many'), everywhere: true, rows: running ? [stop] : [] }
  })
  return <Show when={timer.running()}>{(running) => <Shown timer={running()} />}</Show>
}

function Shown(props: { readonly timer: RunningTimer }) {
  const { t, format } = useWords()
  const timer = useTimer()
  const now = createSeconds()
  const isLong = () => isForgotten(props.timer.from, now(), props.timer.zone)
  const elapsed = () => elapsedText(now() - props.timer.from)
  const subject = () => props.timer.subject ?? t('common.nameless')
  const title = () =>
    isLong()
      ? t('jobs.timer.forgotten', { since: format.dateTime(props.timer.from) })
      : t('jobs.timer.running', { subject: subject() })
  return (
    <div class="timer" classList={{ forgotten: isLong() }} role="timer" aria-label={title()} data-momentary>
      <Link href={`/jobs/${props.timer.job}`} title={title()}>
        <span class="timer-dot" aria-hidden="true" />
        <span class="cut">{subject()}</span>
        <span class="n">
          {elapsed()[0]}
          <span class="timer-seconds">{elapsed()[1]}</span>
        </span>
      </Link>
      <IconButton
        icon={CircleStop}
        label={t('jobs.timer.stopOn', { subject: subject() })}
        onClick={() => timer.stop()}
      />
    </div>
  )
}
