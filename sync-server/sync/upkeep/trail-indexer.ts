import type { Logger } from 'pino'
import type { Storage } from '../../storage/storage.ts'

/** So many lines are taken in at once: a few milliseconds in which nobody else is served. */
const AT_ONCE = 200
/** How long it rests between them, and before it looks for what has come, ms. */
const REST = 20
const DELAY = 5000

/** Makes the words of the audit trail known to searches, behind the journal and whenever little else is done. */
export class TrailIndexer {
  readonly #storage: Pick<Storage, 'indexTrail'>
  readonly #log: Logger
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> = Promise.resolve()
  #isStopping = false

  constructor(storage: Pick<Storage, 'indexTrail'>, log: Logger) {
    this.#storage = storage
    this.#log = log
  }

  /** Something was written, or an earlier run has left something. */
  note(): void {
    if (!this.#isStopping) this.#timer ??= this.#in(DELAY)
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running
  }

  #in(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#running = this.#run()
    }, ms).unref()
  }

  async #run(): Promise<void> {
    try {
      const isMore = await this.#storage.indexTrail(AT_ONCE)
      this.#timer = isMore && !this.#isStopping ? this.#in(REST) : null
    } catch (err) {
      this.#timer = null
      this.#log.error({ err }, 'audit trail not indexed')
    }
  }
}
