import { createMemo, Show } from 'solid-js'
import { isForgotten } from '../../../../shared/jobs/timers.ts'
import type { RunningTimer } from '../../../data/queries/jobs/query.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createSeconds } from './seconds.ts'
import { useTimer } from './timer.tsx'

/** Over every screen, while a timer runs that was forgotten (jobs/SPEC Q28): on what, since when, and a way to say when it ended. */
export function ForgottenTimer() {
  const timer = useTimer()
  return <Show when={timer.running()}>{(running) => <Watched timer={running()} />}</Show>
}

function Watched(props: { readonly timer: RunningTimer }) {
  const { t, format } = useWords()
  const timer = useTimer()
  const now = createSeconds()
  const isShown = createMemo(() => isForgotten(props.timer.from, now(), props.timer.zone))
  return (
    <Show when={isShown()}>
      <Banner look="warn" action={{ label: t('jobs.timer.tellEnd'), run: timer.stop }}>
        {t('jobs.timer.ask.text', {
          subject: props.timer.subject ?? t('common.nameless'),
          since: format.dateTime(props.timer.from),
        })}
      </Banner>
    </Show>
  )
}
