import { type Accessor, createContext, createEffect, createSignal, type ParentProps, Show, useContext } from 'solid-js'
import { isForgotten } from '../../../../shared/jobs/timers.ts'
import { createQuery, useData } from '../../../data/page/solid.tsx'
import type { RunningTimer } from '../../../data/queries/jobs/query.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { useNow } from '../../now.tsx'
import { useMayWrite } from '../../rights.ts'
import { AskHowLong } from './ask-how-long.tsx'
import { elapsedText } from './elapsed.ts'

/** A job, as far as a timer needs it. */
export interface TimedJob {
  readonly id: string
  readonly subject: string | null
}

/** The timer of whoever works here: one runs at most (jobs/SPEC Q25). */
export interface Timer {
  readonly running: Accessor<RunningTimer | null>
  readonly runsOn: (job: string) => boolean
  readonly start: (job: TimedJob) => void
  /** Stops the one that runs; one that was forgotten asks what to keep. */
  readonly stop: () => void
}

const Context = createContext<Timer>()

/** The timer; only inside a TimerProvider. */
export function useTimer(): Timer {
  const timer = useContext(Context)
  if (!timer) throw new Error('useTimer stands outside of a TimerProvider')
  return timer
}

/** Gives the screens inside the timer, and writes down what ended while devices were apart (jobs/SPEC Q27). */
export function TimerProvider(props: ParentProps) {
  const data = useData()
  const acts = useActs()
  const mayWrite = useMayWrite('jobs')
  const answer = createQuery(() => ({ what: 'timers' }) as const)
  const running = () => answer()?.running ?? null
  const [asked, setAsked] = createSignal<RunningTimer | null>(null)
  createEffect(() => {
    const ids = answer()?.unsettled ?? []
    if (mayWrite && ids.length > 0) void acts.attempt(() => data.run('settleTimers', { ids: [...ids] }))
  })
  const starting = createStart(running)
  const stopping = createStop(running, setAsked)
  return (
    <Context.Provider
      value={{ running, runsOn: (job) => running()?.job === job, start: starting, stop: stopping.stop }}
    >
      {props.children}
      <Show when={asked()} keyed>
        {(timer) => (
          <AskHowLong timer={timer} onKeep={(until) => stopping.stopAt(timer, until)} onClose={() => setAsked(null)} />
        )}
      </Show>
    </Context.Provider>
  )
}

function createStart(running: Accessor<RunningTimer | null>): Timer['start'] {
  const acts = useActs()
  const { t } = useWords()
  return ({ id, subject }) => {
    const before = running()
    if (before?.job === id) return
    const named = { subject: subject ?? t('common.nameless') }
    const said = before
      ? t('jobs.timer.startedStopped', { ...named, before: before.subject ?? t('common.nameless') })
      : t('jobs.timer.started', named)
    void acts.run('startTimer', { id, ids: before ? [before.job] : [] }, said)
  }
}

function createStop(running: Accessor<RunningTimer | null>, ask: (timer: RunningTimer) => void) {
  const acts = useActs()
  const now = useNow()
  const { t } = useWords()
  const stopAt = ({ job, entry, from, subject }: RunningTimer, until: number) => {
    const time = elapsedText(until - from).join('')
    const said = t('jobs.timer.stopped', { time, subject: subject ?? t('common.nameless') })
    return acts.run('stopTimer', { id: job, entry, until }, said)
  }
  const stop = () => {
    const timer = running()
    if (!timer) return
    if (isForgotten(timer.from, now(), timer.zone)) ask({ ...timer })
    else void stopAt(timer, now())
  }
  return { stop, stopAt }
}
