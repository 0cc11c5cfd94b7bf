import { Needles } from '../../../../shared/columns/needles.ts'
import { type Job, jobs } from '../../../../shared/jobs/collections.ts'
import { openOf, type Timing, timingsOf } from '../../../../shared/jobs/timers.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { TimersAnswer } from './query.ts'

/** The timers of whoever looks, kept from the change feed: the one that runs, and those that ended although nobody stopped them (jobs/SPEC Q26, Q27, Q36). */
export class LiveTimers {
  readonly #directory: Directory
  /** By job, where there are any; null: they are to be looked for. */
  #own: Map<string, readonly Timing[]> | null = null

  constructor(directory: Directory) {
    this.#directory = directory
  }

  /** Takes in what has changed; whether that may touch the answer. */
  take(changed: ItemsChanged): boolean {
    const ids = changed.get('jobs') ?? new Set()
    if (this.#own === null || ids === 'all') {
      this.#own = null
      return true
    }
    let isTouched = changed.has('company')
    for (const id of ids) {
      const stood = this.#own.delete(id)
      const job = this.#directory.typed(jobs, id)
      isTouched = (job !== null && note(this.#own, job, this.#directory.me)) || stood || isTouched
    }
    return isTouched
  }

  answer(): TimersAnswer {
    this.#own ??= this.#found()
    const { zone } = this.#directory.around()
    const own = [...this.#own.values()].flat()
    const open = openOf(own)
    const running = open.find(({ ended }) => ended === null)
    const ended = open.filter((one) => one.ended !== null)
    // What ended them is in their jobs, or among those that began since.
    const since = Math.min(...ended.map(({ from }) => from))
    const later = ended.length === 0 ? [] : own.filter(({ from }) => from >= since)
    return {
      what: 'timers',
      running: running
        ? {
            id: running.entry,
            job: running.job,
            entry: running.entry,
            subject: this.#directory.name('jobs', running.job),
            from: running.from,
            zone,
          }
        : null,
      unsettled: [...new Set(later.map(({ job }) => job))],
    }
  }

  #found(): Map<string, readonly Timing[]> {
    const { me } = this.#directory
    const own = new Map<string, readonly Timing[]>()
    if (me === null) return own
    const naming = this.#directory.rows('jobs').holding(new Needles([JSON.stringify(me)]))
    // Rows stand under their own collection's name, as its records read them.
    for (const row of naming) note(own, row as unknown as Job, me)
    return own
  }
}

/** Notes a person's timings of a job; whether there are any. */
function note(own: Map<string, readonly Timing[]>, job: Job, me: string | null): boolean {
  const timings = timingsOf([job]).filter(({ person }) => person === me)
  if (timings.length > 0) own.set(job.id, timings)
  return timings.length > 0
}
