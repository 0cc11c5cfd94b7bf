/** Node's timers take no longer, ms. */
const LONGEST = 2 ** 31 - 1

/** Lets somebody sleep until a time, or until woken. */
export class Waking {
  #next = Promise.withResolvers<void>()

  wake(): void {
    this.#next.resolve()
    this.#next = Promise.withResolvers()
  }

  /** Resolves when it is woken the next time: to be taken before looking, so that nothing is missed meanwhile. */
  next(): Promise<void> {
    return this.#next.promise
  }

  /** Resolves when woken, or after so many ms. */
  async within(woken: Promise<void>, ms: number): Promise<void> {
    const over = Promise.withResolvers<void>()
    const timer = ms < LONGEST ? setTimeout(over.resolve, Math.max(0, ms)) : null
    await Promise.race([woken, over.promise])
    if (timer) clearTimeout(timer)
  }
}
