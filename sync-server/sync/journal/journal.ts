import * as Y from 'yjs'
import { Failure } from '../../../shared/errors.ts'
import type { Clock } from '../../../shared/records/keys/stamp.ts'
import type { Storage } from '../../storage/storage.ts'
import { type Library, SERVER_ORIGIN } from '../documents/library.ts'
import type { Opened } from '../documents/opened.ts'
import { checkUpdate, type Writer } from '../update/check.ts'
import { type Calendar, companyCalendar, defaultCalendar } from './calendar.ts'
import { conflictOf, type Job, type ServerWork } from './jobs.ts'
import { type Entry, Turn } from './turn.ts'
import { Turns } from './turns.ts'

/** An update that is on the disk and in its document. */
export interface Journalled {
  readonly open: Opened
  readonly number: number
  readonly at: number
  readonly bytes: number
}

export interface JournalOptions {
  readonly storage: Storage
  readonly library: Library
  /** The name of the document that holds the company's record. */
  readonly setup: string
  /** The server's own clock. */
  readonly clock: Clock
  /** Told after each turn what it wrote, and how long the disk took, ms. */
  readonly onWritten: (written: readonly Journalled[], ms: number) => void
  /** The storage did not take a turn. */
  readonly onFailed: (error: unknown) => void
  /** A document did not take what was journalled for it: it must be loaded anew. */
  readonly onBroken: (document: string, error: unknown) => void
}

/**
 * The one way in which documents change: check, journal, apply. What goes together in a turn is one transaction on the
 * disk; only then it is applied, and only then anybody is answered (SPEC J1 to J4).
 */
export class Journal {
  readonly #options: JournalOptions
  readonly #turns = new Turns<Job>((jobs) => this.#run(jobs), conflictOf)
  #isSetupBroken = false

  constructor(options: JournalOptions) {
    this.#options = options
  }

  /** Takes an update of a device; resolves when it is journalled and applied. Failures as of `checkUpdate`, storage-failed. */
  take(open: Opened, update: Uint8Array, by: Writer): Promise<void> {
    return new Promise((done, failed) => this.#turns.add({ kind: 'client', open, update, by, done, failed }))
  }

  /** Takes what the server itself writes; resolves with `value` when it is journalled and applied. */
  write<T>(make: () => Promise<{ readonly work: ServerWork; readonly value: T }>): Promise<T> {
    return new Promise((resolve, failed) => {
      let done = () => {}
      const prepare = async () => {
        const { work, value } = await make()
        done = () => resolve(value)
        return work
      }
      this.#turns.add({ kind: 'server', prepare, done: () => done(), failed })
    })
  }

  /** Runs `work` while nothing is being journalled. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.between(work)
  }

  idle(): Promise<void> {
    return this.#turns.idle()
  }

  async #run(jobs: readonly Job[]): Promise<void> {
    const taken: Job[] = []
    try {
      const turn = new Turn(this.#options.clock, await this.#calendar())
      for (const job of jobs) if (await this.#prepare(job, turn)) taken.push(job)
      const written = turn.isEmpty ? null : await this.#commit(turn)
      for (const job of taken) job.done()
      if (written) this.#options.onWritten(written.entries, written.ms)
    } catch (error) {
      for (const job of jobs) job.failed(error)
    }
    this.#options.library.trim()
  }

  async #calendar(): Promise<Calendar> {
    const { library, setup, onBroken } = this.#options
    if (this.#isSetupBroken) return defaultCalendar()
    try {
      return await companyCalendar(library, setup)
    } catch (error) {
      // Who writes elsewhere must not suffer; the years of order numbers are the default zone's until a restart.
      this.#isSetupBroken = true
      onBroken(setup, error)
      return defaultCalendar()
    }
  }

  async #prepare(job: Job, turn: Turn): Promise<boolean> {
    try {
      if (job.kind === 'server') turn.takeWork(await job.prepare())
      else this.#check(job.open, job.update, job.by, turn)
      return true
    } catch (error) {
      job.failed(error)
      return false
    }
  }

  #check(open: Opened, update: Uint8Array, by: Writer, turn: Turn): void {
    if (this.#options.library.find(open.name) !== open) throw new Failure('document-closed', { document: open.name })
    const checked = checkUpdate(open, update, by)
    if (checked) turn.takeUpdate(open, checked, by)
  }

  async #commit(turn: Turn): Promise<{ readonly entries: readonly Journalled[]; readonly ms: number }> {
    const started = performance.now()
    const entries: Entry[] = [...turn.entries]
    const batch = { rows: entries.map(({ row }) => row), numbers: turn.wishes }
    const numbers = await this.#append(batch, (given) => {
      const own = turn.complete(given)
      entries.push(...own)
      return own.map(({ row }) => row)
    })
    const ms = performance.now() - started
    for (const entry of entries) this.#apply(entry)
    const written = entries.map(({ open, row: { at, update } }, i) => ({
      open,
      number: numbers[i] ?? 0,
      at,
      bytes: update.length,
    }))
    return { entries: written, ms }
  }

  async #append(...args: Parameters<Storage['append']>): Promise<readonly number[]> {
    try {
      return await this.#options.storage.append(...args)
    } catch (error) {
      this.#options.onFailed(error)
      throw new Failure('storage-failed', {}, { cause: error })
    }
  }

  #apply({ open, row }: Entry): void {
    try {
      Y.applyUpdate(open.doc, row.update, SERVER_ORIGIN)
      if (open.doc.store.pendingStructs) throw new Failure('document-damaged', { document: open.name })
    } catch (error) {
      this.#options.onBroken(open.name, error)
    }
  }
}
