import type { Logger } from 'pino'
import type { Adapter } from './store/auth.ts'
import { ALL_ROWS, type Store, type UserRow } from './store/rows.ts'

/** How often a process looks for cuts that others made: the command line, a second server. Milliseconds. */
const LOOK_EVERY = 2000
/** So far apart the clocks of two servers may be, ms. */
const CLOCKS_APART = 60_000

/**
 * Cutting an account off: its rights or its password changed, so its sockets must be closed and opened anew. A cut is
 * written into the account, and so reaches every process that serves the company.
 */
export class Cuts {
  readonly #adapter: Adapter
  readonly #log: Logger
  readonly #listeners = new Set<(user: string) => void>()
  /** Of each account the last cut that the listeners know. */
  readonly #told = new Map<string, number>()
  #since = Date.now()
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(adapter: Adapter, log: Logger) {
    this.#adapter = adapter
    this.#log = log
  }

  /** Calls `listener` for each account that is cut off, here or, from the first listener on, elsewhere; returns its undo. */
  observe(listener: (user: string) => void): () => void {
    this.#listeners.add(listener)
    if (!this.#timer) this.#later()
    return () => this.#listeners.delete(listener)
  }

  /** Ends an account's sessions, but for the one with the token `spared`. To be followed by `tell`. */
  async endSessions(store: Store, user: string, spared: string | null = null): Promise<void> {
    const ofUser = { field: 'userId', value: user }
    const others = spared === null ? [] : [{ field: 'token', value: spared, operator: 'ne' as const }]
    await store.deleteMany({ model: 'session', where: [ofUser, ...others] })
  }

  /** Closes the account's sockets: here at once, in other processes within seconds. */
  async tell(user: string): Promise<void> {
    const cut = new Date()
    this.#told.set(user, cut.getTime())
    await this.#adapter.updateMany({ model: 'user', where: [{ field: 'id', value: user }], update: { cut } })
    this.#call(user)
  }

  close(): void {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#listeners.clear()
  }

  #later(): void {
    if (!this.#closed) this.#timer = setTimeout(() => this.#lookAgain(), LOOK_EVERY).unref()
  }

  /** A look that fails is made up for by the next one. */
  async #lookAgain(): Promise<void> {
    try {
      await this.#look()
    } catch (error) {
      if (!this.#closed) this.#log.error({ error }, 'accounts: could not look for accounts that were cut off')
    }
    this.#later()
  }

  async #look(): Promise<void> {
    const where = [{ field: 'cut', value: new Date(this.#since - CLOCKS_APART), operator: 'gte' as const }]
    for (const { id, cut } of await this.#adapter.findMany<UserRow>({ model: 'user', where, limit: ALL_ROWS })) {
      const time = cut?.getTime() ?? 0
      if (this.#told.get(id) === time) continue
      this.#told.set(id, time)
      this.#since = Math.max(this.#since, time)
      this.#call(id)
    }
  }

  #call(user: string): void {
    for (const listener of this.#listeners) listener(user)
  }
}
