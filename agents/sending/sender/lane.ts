import { setTimeout as after } from 'node:timers/promises'
import type { Outcome } from '../outcome.ts'

/** How a way is used: so many at once, and a start each so many ms. */
export interface Width {
  readonly atOnce: number
  readonly gap: number
}

const FIRST_PAUSE = 15_000
const LONGEST_PAUSE = 15 * 60_000

/** One way out, letters or SMS: how many are on it, and since when its server is left alone. */
export class Lane {
  readonly #width: Width
  readonly #now: () => number
  #busy = 0
  #nextStart = 0
  #faults = 0
  #pausedUntil = 0

  constructor(width: Width, now: () => number = () => performance.now()) {
    this.#width = width
    this.#now = now
  }

  /** In how many ms another one may begin; Infinity while there are as many on it as there may be. */
  get opensIn(): number {
    // Behind a pause one goes ahead, to see whether the server is well again.
    const atOnce = this.#faults > 0 ? 1 : this.#width.atOnce
    return this.#busy < atOnce ? Math.max(0, this.#pausedUntil - this.#now()) : Infinity
  }

  /** Whether its server is left alone now. */
  get isPaused(): boolean {
    return this.#pausedUntil > this.#now()
  }

  /** Sends one. A fault of the server's leaves it alone for a while; a longer one each time. */
  async send(work: () => Promise<Outcome>): Promise<Outcome> {
    await after(this.#startIn())
    const outcome = await work()
    if (outcome.is === 'later' && outcome.of === 'server') this.#pause()
    else this.#faults = 0
    return outcome
  }

  /** Holds a place on it. */
  async with<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++
    try {
      return await work()
    } finally {
      this.#busy--
    }
  }

  /** Other settings: what was wrong with the earlier ones says nothing of these. */
  reopen(): void {
    this.#faults = 0
    this.#pausedUntil = 0
  }

  #startIn(): number {
    const now = this.#now()
    this.#nextStart = Math.max(this.#nextStart + this.#width.gap, now)
    return this.#nextStart - now
  }

  #pause(): void {
    this.#faults++
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.#faults - 1))
    this.#pausedUntil = this.#now() + pause / 2 + (Math.random() * pause) / 2
  }
}
