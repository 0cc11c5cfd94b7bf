import { mailAccounts } from '../../../shared/letters/collections.ts'
import type { Author } from '../../sync/author.ts'
import type { AccountValues } from './records.ts'

/** What counts letters is written so often at most, ms. */
const PAUSE = 5_000

interface Waiting {
  values: AccountValues
  /** When it is written; null: nothing waits. */
  timer: NodeJS.Timeout | null
  /** When it was written last, ms since 1970. */
  last: number
}

/** What agents tell of accounts, on its way into their records (SPEC MA7). */
export class Standings {
  readonly #author: Author
  readonly #pause: number
  readonly #fail: (error: unknown) => void
  readonly #waiting = new Map<string, Waiting>()

  /** `fail` is told of what could not be written and nobody waits for. */
  constructor(author: Author, fail: (error: unknown) => void, pause = PAUSE) {
    this.#author = author
    this.#fail = fail
    this.#pause = pause
  }

  /** Resolves when it is written, or waits for its time. */
  async tell(id: string, values: AccountValues, isAtOnce: boolean): Promise<void> {
    const waiting = this.#waiting.get(id) ?? { values: {}, timer: null, last: 0 }
    this.#waiting.set(id, waiting)
    waiting.values = { ...waiting.values, ...values }
    const left = waiting.last + this.#pause - Date.now()
    if (isAtOnce || left <= 0) return await this.#write(id, waiting)
    waiting.timer ??= setTimeout(() => this.#write(id, waiting).catch(this.#fail), left).unref()
  }

  /** Writes what waits. */
  async stop(): Promise<void> {
    await Promise.all([...this.#waiting].map(([id, waiting]) => this.#write(id, waiting)))
  }

  async #write(id: string, waiting: Waiting): Promise<void> {
    if (waiting.timer) clearTimeout(waiting.timer)
    const { values } = waiting
    Object.assign(waiting, { values: {}, timer: null, last: Date.now() })
    if (Object.keys(values).length === 0) return
    await this.#author.write((tx) => {
      const row = tx.find(mailAccounts, id)
      if (row && !row.gone) tx.set(mailAccounts, id, values)
    })
  }
}
