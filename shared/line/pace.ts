const MINUTE = 60_000
/** More askers than a company has; made-up ones do not fill the memory. */
const MOST_ASKERS = 50_000

/** Counts what each asker asks, minute by minute, in the memory of this process. */
export class Pace {
  readonly #counts = new Map<string, number>()
  readonly #most: number
  readonly #now: () => number
  #end = 0

  /** So many requests of an asker are answered in a minute. */
  constructor(most: number, now: () => number = Date.now) {
    this.#most = most
    this.#now = now
  }

  /** Takes a request in; gives the milliseconds to wait where the asker has made too many in this minute, else 0. */
  take(asker: string): number {
    const now = this.#now()
    if (now >= this.#end || this.#counts.size >= MOST_ASKERS) this.#begin(now)
    const count = (this.#counts.get(asker) ?? 0) + 1
    this.#counts.set(asker, count)
    return count > this.#most ? this.#end - now : 0
  }

  #begin(now: number): void {
    this.#counts.clear()
    this.#end = now + MINUTE
  }
}
