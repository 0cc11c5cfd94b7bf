import type { Logger } from 'pino'
import type { Clock } from '../../../shared/records/keys/stamp.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Author } from '../author.ts'
import type { Library } from '../documents/library.ts'
import type { Journal, Journalled } from '../journal/journal.ts'
import type { Metrics } from '../metrics/sync.ts'
import { Compactor } from './compactor.ts'
import { numberTheRest } from './number-the-rest.ts'
import { Packer } from './packer.ts'
import { ShelfKeeper } from './shelf-keeper.ts'
import { TrailIndexer } from './trail-indexer.ts'

export interface UpkeepOptions {
  readonly storage: Storage
  readonly journal: Journal
  readonly library: Library
  readonly author: Author
  readonly metrics: Metrics
  readonly log: Logger
  /** The server's own clock. */
  readonly clock: Clock
  /** The name of the document that holds the company's record. */
  readonly setup: string
  /** After how many journal rows of a document its snapshot is made anew. */
  readonly compactAfter: number
  /** After how long a quiet document is packed, and how often such are looked for, ms. */
  readonly packing: { readonly quiet: number; readonly every: number }
  /** How long the shelves wait for more changes, ms. */
  readonly shelfDelay: number
  /** The document is another one now. Called while nothing is journalled. */
  readonly renewed: (document: string) => void
}

/**
 * What is done once for all processes of a company: snapshots, packing, shelves, words of the trail, numbers that are missing. While this
 * process is the keeper (SPEC J23) it does that; each time it becomes it, it takes up what is stored.
 */
export class Upkeep {
  readonly #options: UpkeepOptions
  #work: Work | null = null

  constructor(options: UpkeepOptions) {
    this.#options = options
  }

  async begin(): Promise<void> {
    const { storage, library, journal, setup } = this.#options
    const work = workOf(this.#options)
    this.#work = work
    const marks = await storage.documents()
    work.compactor.begin(marks)
    await numberTheRest(storage, library, journal, setup)
    await work.shelves.begin(marks)
    work.packer.begin()
    work.trailIndexer.note()
  }

  note(one: Journalled): void {
    this.#work?.compactor.note(one)
    this.#work?.shelves.note(one)
    this.#work?.trailIndexer.note()
  }

  /** Ends what runs, writes what is to be written, makes the snapshots that are quickly made. */
  async end(): Promise<void> {
    const work = this.#work
    if (!work) return
    await Promise.all([work.packer.stop(), work.trailIndexer.stop()])
    await work.shelves.stop()
    this.#work = null
    await this.#options.journal.idle()
    await work.compactor.stop()
  }
}

interface Work {
  readonly compactor: Compactor
  readonly shelves: ShelfKeeper
  readonly packer: Packer
  readonly trailIndexer: TrailIndexer
}

function workOf(options: UpkeepOptions): Work {
  const { compactAfter, shelfDelay, packing, storage, log } = options
  return {
    compactor: new Compactor({ ...options, after: compactAfter }),
    shelves: new ShelfKeeper({ ...options, company: storage.company, delay: shelfDelay }),
    packer: new Packer({ ...options, ...packing }),
    trailIndexer: new TrailIndexer(storage, log),
  }
}
