import { Temporal } from 'temporal-polyfill'
import type { Job } from './collections.ts'
import { isOpen } from './spent.ts'
import { isClosed, stateOf } from './states.ts'

/** A time that a person's timer took, or takes. */
export interface Timing {
  readonly job: string
  readonly entry: string
  /** By id in `people`. */
  readonly person: string
  /** Instants, ms. */
  readonly from: number
  /** Null: nobody has stopped it. */
  readonly until: number | null
  /** When its job was closed under it (SPEC Q36); null: it was not. */
  readonly closed: number | null
}

/** A timer that nobody has stopped, and when it ended all the same: when its person's next one began, or its job was closed. Null: it runs. */
export interface OpenTiming extends Timing {
  readonly ended: number | null
}

/** The timings of jobs: entries of a person with a start, but for those whose hours were entered by hand. */
export function timingsOf(jobs: Iterable<Timed>): Timing[] {
  const timings: Timing[] = []
  for (const job of jobs) {
    if (job.gone) continue
    const closing = closingOf(job)
    for (const { id: entry, person, from, until, hours } of job.spent) {
      if (person === null || from === null || hours !== null) continue
      const closed = closing !== null && closing >= from ? closing : null
      timings.push({ job: job.id, entry, person, from, until, closed })
    }
  }
  return timings
}

/** A job, as far as its timers are told by it. */
type Timed = Pick<Job, 'id' | 'spent' | 'gone' | 'state' | 'since'>

/** When a closed job was closed (instant, ms), by the write of its state; null where it is open, or was made closed. */
function closingOf(job: Timed): number | null {
  return isClosed(stateOf(job)) ? (job.since?.state?.at ?? null) : null
}

/** The timers that nobody has stopped, the latest first: of a person one runs at most (SPEC Q26), none in a job that was closed under it (Q36). */
export function openOf(timings: readonly Timing[]): OpenTiming[] {
  const open = timings.filter(({ until }) => until === null)
  const withEnds = open.map((one) => ({ ...one, ended: endOf(one, timings) }))
  return withEnds.sort((a, b) => (isBefore(a, b) ? 1 : -1))
}

function endOf(one: Timing, timings: readonly Timing[]): number | null {
  let end = one.closed
  for (const other of timings) {
    if (other.person === one.person && isBefore(one, other)) end = Math.min(end ?? other.from, other.from)
  }
  return end
}

/** Whether a timing began before another; of two that began at once, that of the lower ids. */
function isBefore(a: Timing, b: Timing): boolean {
  if (a.from !== b.from) return a.from < b.from
  return `${a.job} ${a.entry}` < `${b.job} ${b.entry}`
}

/** After so long (ms) a timer is taken for forgotten. */
const LONG = 12 * 3_600_000

/** Whether a running timer was forgotten: it runs over midnight in the zone, or for more than twelve hours (SPEC Q28). */
export function isForgotten(from: number, now: number, zone: string): boolean {
  return now - from > LONG || now >= midnightAfter(from, zone)
}

/** The instant until which a forgotten timer's time is offered: the first midnight, or twelve hours if these are over before (SPEC Q28). */
export function offeredEnd(from: number, now: number, zone: string): number {
  return Math.min(now, from + LONG, midnightAfter(from, zone))
}

function midnightAfter(instant: number, zone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  return day.add({ days: 1 }).startOfDay().epochMilliseconds
}

/** Whether an entry of a job runs, as far as the job alone says. */
export function runningIn(job: Pick<Job, 'spent'>, person: string | null) {
  return job.spent.filter((entry) => isOpen(entry) && (person === null || entry.person === person))
}
