import type { events } from '../../events/collections.ts'
import type { jobs } from '../../jobs/collections.ts'
import type { Row } from '../../records/declarations/collection.ts'
import type { Slot } from './slot.ts'
import { type Timed, timed, type When, whenOf, wholeDays } from './when.ts'

const HOUR = 3_600_000
const OVER: readonly (string | null)[] = ['done', 'calledOff']

/** What an event takes of the calendar; null where it has no time (SPEC E29). */
export function slotOfEvent(event: Row<typeof events>): Slot | null {
  const { gone, id, subject, customer, kind, state, responsible, participants, start, end } = event
  const when = gone ? null : whenOf({ start, end, day: null, lastDay: null })
  if (when === null) return null
  const who = [responsible, ...participants.map(({ person }) => person)]
  return {
    ...when,
    ...blank,
    collection: 'events',
    id,
    subject,
    customer,
    kind,
    state,
    who: peopleOf(who),
    isOver: OVER.includes(state),
  }
}

/** What a job takes of it: its time, else the day by which it is due (SPEC E29). */
export function slotOfJob(job: Row<typeof jobs>): Slot | null {
  const when = job.gone ? null : whenOfJob(job)
  if (when === null) return null
  const { id, subject, customer, state, performer } = job
  return {
    ...when,
    ...blank,
    collection: 'jobs',
    id,
    subject,
    customer,
    state,
    who: peopleOf([performer]),
    isFree: when.day !== null,
    isOver: OVER.includes(state),
  }
}

const blank = {
  original: null,
  isChanged: false,
  isRepeatUnread: false,
  where: null,
  answers: {},
  kind: null,
  isFree: false,
} as const

function peopleOf(who: readonly (string | null)[]): readonly string[] {
  return [...new Set(who)].filter((one) => one !== null)
}

function whenOfJob({ start, end, due, planned }: Row<typeof jobs>): When | null {
  if (start !== null) return timedJob(start, end, planned)
  return due === null ? null : wholeDays(due)
}

/** Without an end it takes the hours that are planned for it. */
function timedJob(start: number, end: number | null, planned: number | null): Timed {
  const until = end ?? start + ((planned ?? 0) / 1000) * HOUR
  return timed(start, Math.max(start, until))
}
