import { setTimeout as after } from 'node:timers/promises'

/** How long to wait between tries, ms. */
export interface Patience {
  readonly first: number
  readonly most: number
}

const PATIENCE: Patience = { first: 500, most: 30_000 }

/**
 * How long to wait before a try, ms: anything up to a bound that doubles with each try in vain (`tries` from 0), so that
 * those who failed together do not come again together.
 */
export function fullJitter(tries: number, { first, most }: Patience = PATIENCE, random = Math.random): number {
  return random() * Math.min(most, first * 2 ** Math.min(tries, 30))
}

/** Waits longer and longer between tries, until one goes well. */
export class Backoff {
  readonly #patience: Patience
  #tries = 0

  constructor(patience: Patience = PATIENCE) {
    this.#patience = patience
  }

  /** How many tries in a row were in vain. */
  get tries(): number {
    return this.#tries
  }

  /** Waits before the next try; rejects with the signal's reason. */
  async wait(signal: AbortSignal): Promise<void> {
    await after(fullJitter(this.#tries++, this.#patience), undefined, { signal })
  }

  /** A try went well. */
  reset(): void {
    this.#tries = 0
  }
}
