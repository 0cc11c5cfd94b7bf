import { type Job, jobs } from '../../../../shared/jobs/collections.ts'
import { openOf, type Timing, timingsOf } from '../../../../shared/jobs/timers.ts'
import type { Directory } from '../directory.ts'
import type { TimersAnswer } from './query.ts'

/** The timers of whoever looks: the one that runs, and those that another one overtook (jobs/SPEC Q26, Q27). */
export function timersOf(directory: Directory): TimersAnswer {
  const { me, zone } = directory.around()
  const own = me === null ? [] : [...ownTimings(directory.all(jobs), me)]
  const open = openOf(own)
  const running = open.find(({ ended }) => ended === null)
  const overtaken = open.filter(({ ended }) => ended !== null)
  // Who overtook them is among those that began since.
  const since = Math.min(...overtaken.map(({ from }) => from))
  const later = overtaken.length === 0 ? [] : own.filter(({ from }) => from >= since)
  return {
    what: 'timers',
    running: running
      ? {
          id: running.entry,
          job: running.job,
          entry: running.entry,
          subject: directory.name('jobs', running.job),
          from: running.from,
          zone,
        }
      : null,
    unsettled: [...new Set(later.map(({ job }) => job))],
  }
}

function* ownTimings(all: Iterable<Job>, me: string): Generator<Timing> {
  for (const job of all) {
    if (job.spent.length === 0) continue
    for (const timing of timingsOf([job])) if (timing.person === me) yield timing
  }
}
