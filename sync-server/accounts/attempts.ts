/** How many failures are taken in, and after how long without one they are forgotten. */
export interface Allowance {
  readonly failures: number
  /** Milliseconds. */
  readonly window: number
}

/** Counts failed attempts by key. */
export interface Guesses {
  /** Begins an attempt; gives the milliseconds to wait where the key has used up its allowance, else 0. */
  begin(key: string, allowance: Allowance): number | Promise<number>
  /** Takes an attempt back: it went well. */
  succeed(key: string): void | Promise<void>
}

interface Count {
  failures: number
  until: number
}

const MOST_KEYS = 50_000

/**
 * Counts failed attempts by key: an address, an e-mail. An attempt counts from its beginning, so that many at once do
 * not slip through together, and is taken back when it goes well: whoever signs in rightly meets no limit. Kept in
 * memory, as whoever guesses cannot restart the server.
 */
export class Attempts implements Guesses {
  readonly #counts = new Map<string, Count>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Begins an attempt; gives the milliseconds to wait where the key has used up its allowance, else 0. */
  begin(key: string, { failures, window }: Allowance): number {
    const now = this.#now()
    const known = this.#counts.get(key)
    const count = known && known.until > now ? known : { failures: 0, until: now + window }
    if (count.failures >= failures) return count.until - now
    this.#put(key, { failures: count.failures + 1, until: now + window })
    return 0
  }

  /** Takes an attempt back: it went well. */
  succeed(key: string): void {
    const count = this.#counts.get(key)
    if (count) count.failures -= 1
  }

  /** How many keys are counted. */
  get size(): number {
    return this.#counts.size
  }

  /** Keys stand by the time of their last attempt, so what is forgotten first is what is oldest. */
  #put(key: string, count: Count): void {
    this.#counts.delete(key)
    this.#counts.set(key, count)
    for (const [oldest, { until }] of this.#counts) {
      if (until > this.#now() && this.#counts.size <= MOST_KEYS) break
      this.#counts.delete(oldest)
    }
  }
}
