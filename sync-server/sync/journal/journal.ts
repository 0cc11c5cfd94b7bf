import * as Y from 'yjs'
import { devices } from '../../../shared/company/collections.ts'
import { erasures } from '../../../shared/erasures/collections.ts'
import { subjectOf } from '../../../shared/erasures/person.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Clock } from '../../../shared/records/keys/stamp.ts'
import type { News, Storage, StorageTurn } from '../../storage/storage.ts'
import { type Library, SERVER_ORIGIN } from '../documents/library.ts'
import type { Opened } from '../documents/opened.ts'
import { checkUpdate, type Writer } from '../update/check.ts'
import { type Calendar, companyCalendar, defaultCalendar } from './calendar.ts'
import { type ClientJob, conflictOf, type Job, type ServerWork } from './jobs.ts'
import { type Entry, Turn } from './turn.ts'
import { Turns } from './turns.ts'

/** An update that is on the disk, and in its document where that is open. */
export interface Journalled {
  readonly document: string
  readonly number: number
  readonly at: number
  readonly bytes: number
  /** How long after its arrival it was journalled and applied, ms; null for what no device of this process sent. */
  readonly waited: number | null
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
  /** Told what other processes wrote, after it was applied to what is open. */
  readonly onHeard: (heard: readonly Journalled[]) => void
  /** Another process has packed a document that is open. */
  readonly onRenewed: (document: string) => void
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
  /** Up to which number all rows are in what is open. */
  #seen = 0

  constructor(options: JournalOptions) {
    this.#options = options
  }

  /** To be called before any document is opened, with the number of a row: later ones are heard of. */
  begin(last: number): void {
    this.#seen = last
  }

  /** Takes an update of a device; resolves when it is journalled and applied. Failures as of `checkUpdate`, storage-failed. */
  take(open: Opened, update: Uint8Array, by: Writer): Promise<void> {
    const arrived = performance.now()
    return new Promise((done, failed) => this.#turns.add({ kind: 'client', open, update, by, arrived, done, failed }))
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

  /** Takes in what other processes have journalled (SPEC J22). Errors of the storage come through. */
  async follow(): Promise<void> {
    await this.between(async () => this.#hear(await this.#options.storage.news(this.#seen)))
  }

  idle(): Promise<void> {
    return this.#turns.idle()
  }

  async #run(jobs: readonly Job[]): Promise<void> {
    const taken: Job[] = []
    try {
      const written = await this.#turn(jobs, taken)
      for (const job of taken) job.done()
      if (written.entries.length > 0) this.#options.onWritten(written.entries, written.ms)
    } catch (error) {
      for (const job of jobs) job.failed(error)
    }
    this.#options.library.trim()
  }

  /** Checks the jobs upon all that anybody has journalled, and writes what is good; gives what was written. */
  async #turn(jobs: readonly Job[], taken: Job[]) {
    let started = performance.now()
    const { entries, numbers } = await this.#stored((storage) =>
      storage.turn(this.#seen, async (turn) => {
        this.#hear(turn)
        const work = new Turn(this.#options.clock, await this.#calendar())
        for (const job of jobs) if (await this.#prepare(job, work)) taken.push(job)
        started = performance.now()
        return work.isEmpty ? { entries: [], numbers: [] } : await this.#write(work, turn)
      }),
    )
    const ms = performance.now() - started
    for (const { open, row } of entries) this.#apply(open, [row.update])
    this.#seen = numbers.at(-1) ?? this.#seen
    return { entries: entries.map((entry, i) => journalled(entry, numbers[i] ?? 0)), ms }
  }

  /** What others wrote goes to who holds it open here as everything does that is journalled. */
  #hear({ news, last }: Pick<StorageTurn, 'last' | 'news'>): void {
    const { library, onRenewed, onHeard, onBroken } = this.#options
    for (const { document, generation, state, updates, isDamaged } of news) {
      const open = library.find(document)
      if (open && isDamaged) onBroken(document, new Failure('document-damaged', { document }))
      else if (open && open.generation !== generation) onRenewed(document)
      else if (open) this.#apply(open, state ? [state, ...updates] : updates)
    }
    this.#seen = last
    if (news.length > 0) onHeard(news.flatMap(heard))
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
      else this.#check(job, turn)
      return true
    } catch (error) {
      job.failed(error)
      return false
    }
  }

  #check({ open, update, by, arrived }: ClientJob, turn: Turn): void {
    if (this.#options.library.find(open.name) !== open) throw new Failure('document-closed', { document: open.name })
    const checked = checkUpdate(
      open,
      update,
      by,
      (replica) => this.#holderOf(replica),
      (customer) => this.#isErased(customer),
    )
    if (checked) turn.takeUpdate(open, checked, by, arrived)
  }

  /** The setup document is open since the turn's calendar was read; one that is broken names nobody. */
  #holderOf(replica: string): string | null {
    const setup = this.#options.library.find(this.#options.setup)
    return setup?.records(devices).get(replica)?.person ?? null
  }

  #isErased(customer: string): boolean {
    const setup = this.#options.library.find(this.#options.setup)
    const subject = subjectOf({ is: 'customer', customer })
    return [...(setup?.records(erasures).rows() ?? [])].some((one) => one.subject === subject)
  }

  async #write(work: Turn, turn: StorageTurn) {
    const entries: Entry[] = [...work.entries]
    const batch = { rows: entries.map(({ row }) => row), numbers: work.wishes }
    const numbers = await turn.append(batch, (given) => {
      const own = work.complete(given)
      entries.push(...own)
      return own.map(({ row }) => row)
    })
    return { entries, numbers }
  }

  async #stored<T>(use: (storage: Storage) => Promise<T>): Promise<T> {
    try {
      return await use(this.#options.storage)
    } catch (error) {
      this.#options.onFailed(error)
      throw new Failure('storage-failed', {}, { cause: error })
    }
  }

  #apply(open: Opened, updates: readonly Uint8Array[]): void {
    try {
      for (const update of updates) Y.applyUpdate(open.doc, update, SERVER_ORIGIN)
      if (open.doc.store.pendingStructs) throw new Failure('document-damaged', { document: open.name })
    } catch (error) {
      this.#options.onBroken(open.name, error)
    }
  }
}

function journalled({ open, row: { at, update }, arrived }: Entry, number: number): Journalled {
  const waited = arrived === null ? null : performance.now() - arrived
  return { document: open.name, number, at, bytes: update.length, waited }
}

/** One for each row; for a snapshot that all rows went into, one. */
function heard({ document, last, changed, updates }: News): Journalled[] {
  const sizes = updates.length > 0 ? updates.map((update) => update.length) : [0]
  return sizes.map((bytes) => ({ document, number: last, at: changed, bytes, waited: null }))
}
