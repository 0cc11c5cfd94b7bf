import { createSignal } from 'solid-js'
import { hoursBetween } from '../../../../shared/jobs/spent.ts'
import { offeredEnd } from '../../../../shared/jobs/timers.ts'
import type { RunningTimer } from '../../../data/queries/jobs/query.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { MomentField } from '../../../ui/inputs/dates/date-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useNow } from '../../now.tsx'

/** What the question is given. */
export interface AskHowLongProps {
  readonly timer: RunningTimer
  /** Instant, ms. */
  readonly onKeep: (until: number) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks what to keep of a timer that was forgotten (jobs/SPEC Q28): until its first midnight, all, or until when one says. */
export function AskHowLong(props: AskHowLongProps) {
  const { t, format } = useWords()
  const clock = useNow()
  const now = clock()
  const { from, subject, zone } = props.timer
  const since = format.dateTime(from)
  const offered = offeredEnd(from, now, zone)
  const [until, setUntil] = createSignal<number | null>(offered)
  const checked = createChecked({
    until: () => {
      const end = until()
      if (end === null) return t('common.fields.required', { label: t('jobs.timer.ask.until') })
      if (end < from) return t('jobs.timer.ask.before', { since })
      return end > clock() ? t('jobs.timer.ask.after') : undefined
    },
  })
  return (
    <Dialog open title={t('jobs.timer.ask.title')} onClose={() => props.onClose()}>
      <SentForm
        submit={t('jobs.timer.ask.keep')}
        checked={checked}
        onSubmit={async () => {
          await props.onKeep(until() ?? offered)
          props.onClose()
        }}
      >
        <p>{t('jobs.timer.ask.text', { subject: subject ?? t('common.nameless'), since })}</p>
        <p class="timer-offers">
          <Button size="small" onClick={() => setUntil(offered)}>
            {t('jobs.timer.ask.offered', { until: format.dateTime(offered) })}
          </Button>
          <Button size="small" onClick={() => setUntil(now)}>
            {t('jobs.timer.ask.all')}
          </Button>
        </p>
        <MomentField
          required
          label={t('jobs.timer.ask.until')}
          value={until()}
          error={checked.errorOf('until')}
          onCommit={setUntil}
        />
        <p class="dim">
          {t('jobs.timer.ask.comes', { hours: format.quantity(hoursBetween(from, until() ?? offered)) })}
        </p>
      </SentForm>
    </Dialog>
  )
}
