import type { JobItem } from '../../../shared/jobs/job-item.ts'
import { todayIn } from '../../ui/words/parse-date.ts'
import { useWords } from '../../ui/words/words.tsx'
import './jobs.css'

/** The last day of a job; one that is over while the job is open is marked. */
export function Due(props: { readonly item: Pick<JobItem, 'due' | 'closed'> }) {
  const { t, format, zone } = useWords()
  const today = () => todayIn(zone())
  const isLate = () => !props.item.closed && props.item.due !== null && props.item.due < today()
  const text = () => {
    const { due } = props.item
    if (due === null) return ''
    return due === today() ? t('common.today') : format.date(due)
  }
  return (
    <span
      classList={{ 'job-late': isLate() }}
      title={isLate() ? t('jobs.overdueBy', { date: format.date(props.item.due ?? '') }) : undefined}
    >
      {text()}
    </span>
  )
}
