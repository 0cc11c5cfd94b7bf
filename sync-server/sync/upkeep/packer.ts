import type { Logger } from 'pino'
import { parseDocument } from '../../../shared/documents/documents.ts'
import type { Clock } from '../../../shared/records/keys/stamp.ts'
import type { DocumentMark, Storage } from '../../storage/storage.ts'
import type { Journal } from '../journal/journal.ts'
import type { Metrics } from '../metrics/sync.ts'
import { Compacting } from './compacting.ts'

export interface PackerOptions {
  readonly storage: Storage
  readonly journal: Journal
  readonly metrics: Metrics
  readonly log: Logger
  /** The server's own clock: its stamps name generations, so that no two are named alike, whatever was restored. */
  readonly clock: Clock
  /** How long a document must have been quiet, ms. */
  readonly quiet: number
  /** How often it looks for such documents, ms. */
  readonly every: number
  /** The document is another one now: whoever holds it open must fetch it anew. Called while nothing is journalled. */
  readonly renewed: (document: string) => void
}

/** Packs documents that have been quiet for long into their next generation, one at a time (SPEC J19). */
export class Packer {
  readonly #options: PackerOptions
  readonly #thread: Compacting
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> = Promise.resolve()
  #isStopping = false

  constructor(options: PackerOptions) {
    this.#options = options
    this.#thread = new Compacting(options.storage.place)
  }

  begin(): void {
    this.#timer = setTimeout(() => {
      this.#running = this.#run().finally(() => {
        if (!this.#isStopping) this.begin()
      })
    }, this.#options.every).unref()
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running
    await this.#thread.end()
  }

  async #run(): Promise<void> {
    const { storage, log } = this.#options
    try {
      const due = (await storage.documents()).filter((mark) => this.#isDue(mark))
      for (const { document } of due) if (!this.#isStopping) await this.#pack(document)
    } catch (err) {
      log.error({ err }, 'documents not looked through for packing')
    }
  }

  /** Presence hangs on the shelves, and they change with every document: they are never quiet, nor packed. */
  #isDue({ document, changed, last, packed }: DocumentMark): boolean {
    const isQuiet = changed <= Date.now() - this.#options.quiet
    return isQuiet && last > packed && parseDocument(document, Date.now())?.family !== 'shelves'
  }

  async #pack(document: string): Promise<void> {
    const { storage, journal, metrics, log, clock, renewed } = this.#options
    try {
      const generation = clock.tick()
      const { state, from, before } = await this.#thread.pack(document, generation)
      const isPacked = await journal.between(async () => {
        const isHere = await storage.pack(document, from, { generation, state })
        if (isHere) renewed(document)
        return isHere
      })
      if (!isPacked) return
      metrics.packings.inc()
      log.info({ document, before, after: state.length }, 'packed')
    } catch (err) {
      // The document stays as it was, and is tried again with the next look.
      log.error({ document, err }, 'not packed')
    }
  }
}
