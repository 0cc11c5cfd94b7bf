import { LINES } from '../letters/lines.ts'

/** More are not claimed at once, however quick the mail server is. */
export const MOST_IN_HAND = 32
/** One more at a time behind so many letters that went: a short mailing is not claimed whole. */
const PROVEN = 10
/** How much the latest measure counts beside those before it. */
const SHARE = 0.1

/**
 * How many readers are claimed at once: those whose letters are on the lines, and as many as go out while the ledger is asked, so that no line
 * waits for it. Who is claimed when the process dies is in doubt: where the mail server is slower than the ledger, or few letters have gone,
 * these are hardly more than the lines.
 */
export class InHand {
  readonly #ledger = new Mean()
  readonly #letter = new Mean()

  get most(): number {
    const ahead = this.#letter.ms === 0 ? 0 : (2 * LINES * this.#ledger.ms) / this.#letter.ms
    const proven = Math.floor(this.#letter.count / PROVEN)
    return Math.min(MOST_IN_HAND, LINES + Math.min(Math.ceil(ahead), proven))
  }

  /** Asks the ledger. */
  asking<T>(work: () => Promise<T>): Promise<T> {
    return this.#ledger.of(work)
  }

  /** Sends a letter. */
  sending<T>(work: () => Promise<T>): Promise<T> {
    return this.#letter.of(work)
  }
}

/** How long something takes, ms: the latest count most; 0: nothing was measured. */
class Mean {
  ms = 0
  count = 0

  async of<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const done = await work()
    this.count++
    const took = performance.now() - began
    this.ms = this.ms === 0 ? took : this.ms + (took - this.ms) * SHARE
    return done
  }
}
