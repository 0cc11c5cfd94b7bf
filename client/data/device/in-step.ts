import type { Meta } from './meta.ts'

const FACT = 'inStep'
/** It is not written down more often than this, ms. */
const EVERY = 60_000

/** When this device and the server last had the same. */
export class InStep {
  readonly #meta: Meta
  #at: number | null
  #keptAt: number
  #isNow = false

  constructor(meta: Meta) {
    this.#meta = meta
    this.#at = meta.get<number>('facts', FACT) ?? null
    this.#keptAt = this.#at ?? 0
  }

  /** Milliseconds since 1970; null: never. */
  get at(): number | null {
    return this.#at
  }

  /** Notes whether they have the same at this moment. */
  note(isNow: boolean, now: number): void {
    if (isNow || this.#isNow) this.#keep(now)
    this.#isNow = isNow
  }

  #keep(now: number): void {
    this.#at = now
    if (now - this.#keptAt < EVERY) return
    this.#keptAt = now
    this.#meta.put('facts', FACT, now)
  }
}
