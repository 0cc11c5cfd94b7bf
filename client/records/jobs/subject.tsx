import CircleAlert from 'lucide-solid/icons/circle-alert'
import { Show } from 'solid-js'
import type { JobItem } from '../../../shared/jobs/job-item.ts'
import { useWords } from '../../ui/words/words.tsx'
import { Watchers } from '../presence/watchers.tsx'
import { JobCheck } from './check.tsx'
import './jobs.css'

/** What the subject of a job is given. */
export interface SubjectProps {
  readonly item: JobItem
  /** It can be checked off here. */
  readonly isChecked?: boolean
}

/** What is to be done, with what one must see at once: whether it matters, how far it is by its steps, who looks at it. */
export function Subject(props: SubjectProps) {
  const { t } = useWords()
  return (
    <span class="job-subject" classList={{ closed: props.item.closed }}>
      <Show when={props.isChecked}>
        <JobCheck id={props.item.id} subject={props.item.subject} state={props.item.state} />
      </Show>
      <Show when={props.item.importance === 'high'}>
        <span class="job-important" role="img" aria-label={t('jobs.important')} title={t('jobs.important')}>
          <CircleAlert size="14" aria-hidden="true" />
        </span>
      </Show>
      <span class="cut">{props.item.subject ?? t('common.nameless')}</span>
      <Show when={props.item.steps > 0}>
        <span class="dim n" title={t('jobs.steps', { done: props.item.stepsDone, all: props.item.steps })}>
          {props.item.stepsDone}/{props.item.steps}
        </span>
      </Show>
      <Watchers collection="jobs" id={props.item.id} brief />
    </span>
  )
}
