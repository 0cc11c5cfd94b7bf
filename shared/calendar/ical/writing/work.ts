import type { Event } from '../../../events/collections.ts'
import type { Job } from '../../../jobs/collections.ts'
import { slotOfEvent, slotOfJob } from '../../slots/of-work.ts'
import type { Slot } from '../../slots/slot.ts'
import { type Component, text, times } from './jcal.ts'
import { stamps } from './record.ts'

/** An event or a job as it stands in a file (SPEC E5); null where it has no time. */
export function workComponent(work: { readonly event: Event } | { readonly job: Job }): Component | null {
  if ('event' in work) return component(work.event, slotOfEvent(work.event))
  return component(work.job, slotOfJob(work.job))
}

function component(work: Event | Job, slot: Slot | null): Component | null {
  if (slot === null) return null
  const { subject, isFree, state } = slot
  return [
    'vevent',
    [
      ...stamps(work),
      ...times(slot, null),
      text('summary', subject ?? ''),
      ...(work.text === null ? [] : [text('description', work.text)]),
      text('status', state === 'calledOff' ? 'CANCELLED' : 'CONFIRMED'),
      text('transp', isFree ? 'TRANSPARENT' : 'OPAQUE'),
    ],
    [],
  ]
}
