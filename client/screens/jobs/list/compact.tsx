import { Show } from 'solid-js'
import { JobCheck } from '../../../records/jobs/check.tsx'
import { Due } from '../../../records/jobs/due.tsx'
import { Subject } from '../../../records/jobs/subject.tsx'
import { TimerButton } from '../../../records/jobs/timer/timer-button.tsx'
import type { ListedJob } from './columns.tsx'

/** A job in two lines: checked off by one tap, its timer by another. */
export function CompactJob(props: { readonly item: ListedJob }) {
  const about = () => [props.item.customerName, props.item.orderName].filter(Boolean).join(' · ')
  return (
    <div class="job-compact">
      <JobCheck id={props.item.id} subject={props.item.subject} state={props.item.state} />
      <div class="job-compact-words">
        <Subject item={props.item} />
        <p class="compact-line dim">
          <Show when={props.item.due}>
            <Due item={props.item} />
          </Show>
          <span class="cut">{about() || props.item.performerName}</span>
        </p>
      </div>
      <Show when={!props.item.closed}>
        <TimerButton job={props.item} />
      </Show>
    </div>
  )
}
