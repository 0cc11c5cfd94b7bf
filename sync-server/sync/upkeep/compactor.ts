import type { Logger } from 'pino'
import type { DocumentMark, Storage } from '../../storage/storage.ts'
import type { Journal, Journalled } from '../journal/journal.ts'
import type { Metrics } from '../metrics/sync.ts'
import { type Encoded, encoded } from './compact.ts'
import { Compacting } from './compacting.ts'

/**
 * A snapshot is written whole, while nobody is answered: 20 MB take a tenth of a second and the disk's own time. So it is
 * worth that when this share of it has come behind it, or so many times the rows.
 */
const SHARE = 1 / 16
const TIMES = 10
/** Journal bytes of a document that are worth a snapshot, however few rows they are. */
const BYTES = 8 * 1024 * 1024
/** What is made at the end, when somebody waits: documents with at least this many rows, of at most so many bytes. */
const ROWS_AT_END = 20
const BYTES_AT_END = 4 * 1024 * 1024

interface Backlog {
  rows: number
  bytes: number
}

export interface CompactorOptions {
  readonly storage: Storage
  readonly journal: Journal
  readonly metrics: Metrics
  readonly log: Logger
  /** After how many journal rows of a document its snapshot is made anew. */
  readonly after: number
}

/** Makes snapshots of documents with much journal behind them, from what is stored alone, one at a time. */
export class Compactor {
  readonly #options: CompactorOptions
  readonly #backlogs = new Map<string, Backlog>()
  /** Of snapshots, bytes. */
  readonly #sizes = new Map<string, number>()
  readonly #thread: Compacting
  #running: Promise<void> | null = null
  #isStopping = false

  constructor(options: CompactorOptions) {
    this.#options = options
    this.#thread = new Compacting(options.storage.place)
  }

  /** Takes up what an earlier run has left. */
  begin(marks: readonly DocumentMark[]): void {
    for (const { document, rows, bytes, size } of marks) {
      this.#backlogs.set(document, { rows, bytes })
      this.#sizes.set(document, size)
    }
    this.#start()
  }

  note({ document, bytes }: Journalled): void {
    const backlog = this.#backlogs.get(document) ?? { rows: 0, bytes: 0 }
    this.#backlogs.set(document, { rows: backlog.rows + 1, bytes: backlog.bytes + bytes })
    this.#start()
  }

  /** Ends what runs, then makes the snapshots that are quickly made. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#running
    await this.#thread.end()
    for (const [name, { rows, bytes }] of this.#backlogs) {
      if (rows >= ROWS_AT_END && bytes <= BYTES_AT_END) await this.#compact(name, () => this.#encodeHere(name))
    }
  }

  #start(): void {
    if (this.#running || this.#isStopping || this.#next() === undefined) return
    this.#running = this.#run().finally(() => {
      this.#running = null
    })
  }

  async #run(): Promise<void> {
    for (let name = this.#next(); name !== undefined && !this.#isStopping; name = this.#next()) {
      await this.#compact(name, () => this.#thread.encode(name))
    }
  }

  #next(): string | undefined {
    for (const [name, backlog] of this.#backlogs) if (this.#isDue(backlog, this.#sizes.get(name) ?? 0)) return name
    return undefined
  }

  #isDue({ rows, bytes }: Backlog, size: number): boolean {
    const { after } = this.#options
    if (rows > 1 && bytes >= BYTES) return true
    return rows >= after && (bytes >= size * SHARE || rows >= after * TIMES)
  }

  async #encodeHere(name: string): Promise<Encoded> {
    return encoded(await this.#options.storage.load(name), null)
  }

  async #compact(name: string, encode: () => Promise<Encoded>): Promise<void> {
    const { storage, journal, metrics, log } = this.#options
    this.#backlogs.delete(name)
    try {
      const { state, from, rows } = await encode()
      await journal.between(() => storage.compact(name, from, state))
      this.#sizes.set(name, state.length)
      metrics.compactions.inc()
      log.debug({ document: name, rows, bytes: state.length }, 'compacted')
    } catch (err) {
      // The journal stays as it was; the document's next row counts from nothing, so this is not tried at once again.
      log.error({ document: name, err }, 'not compacted')
    }
  }
}
