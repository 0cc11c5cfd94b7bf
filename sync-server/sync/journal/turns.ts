/**
 * Runs work in turns: all jobs that came within one turn of the event loop, or while the last turn ran, go together.
 * Between turns, alone, goes what must not meet a half-finished turn.
 */
export class Turns<Job> {
  readonly #run: (jobs: readonly Job[]) => Promise<void>
  readonly #conflict: (job: Job) => string
  #jobs: Job[] = []
  #alone: (() => Promise<void>)[] = []
  #running: Promise<void> | null = null

  /** `run` must not throw. Of the jobs with one `conflict` name only the first goes in a turn. */
  constructor(run: (jobs: readonly Job[]) => Promise<void>, conflict: (job: Job) => string) {
    this.#run = run
    this.#conflict = conflict
  }

  add(job: Job): void {
    this.#jobs.push(job)
    this.#start()
  }

  /** Runs `work` when no turn runs, before the next; gives what it gives. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#alone.push(() => work().then(resolve, reject))
      this.#start()
    })
  }

  /** Resolves when nothing is left to do, nor came of what was done. */
  async idle(): Promise<void> {
    do {
      await this.#running
      await new Promise((resolve) => setImmediate(resolve))
    } while (this.#running)
  }

  #start(): void {
    this.#running ??= this.#loop()
  }

  async #loop(): Promise<void> {
    while (this.#jobs.length > 0 || this.#alone.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      for (let work = this.#alone.shift(); work; work = this.#alone.shift()) await work()
      const jobs = this.#take()
      if (jobs.length > 0) await this.#run(jobs)
    }
    // In the same task as the look that found nothing: what comes from here on starts a loop of its own.
    this.#running = null
  }

  #take(): Job[] {
    const taken = new Map<string, Job>()
    const left: Job[] = []
    for (const job of this.#jobs) {
      const name = this.#conflict(job)
      if (taken.has(name)) left.push(job)
      else taken.set(name, job)
    }
    this.#jobs = left
    return [...taken.values()]
  }
}
