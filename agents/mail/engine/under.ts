/** So many pieces of work are under way at a time, of so many bytes together at most. */
const AT_ONCE = 24
const BYTES = 16 * 1024 * 1024

/** Work that is under way side by side. */
export class Under {
  readonly #works = new Set<Promise<void>>()
  #bytes = 0
  #failure: { readonly error: unknown } | null = null

  /** Gives when it is over, well or not; what failed is thrown by `check`. */
  begin(bytes: number, work: () => Promise<void>): Promise<void> {
    this.#bytes += bytes
    const running: Promise<void> = work()
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => {
        this.#works.delete(running)
        this.#bytes -= bytes
      })
    this.#works.add(running)
    return running
  }

  /** Waits until more may be begun; throws what failed. */
  async room(): Promise<void> {
    while (this.#works.size >= AT_ONCE || (this.#works.size > 0 && this.#bytes > BYTES)) await Promise.race(this.#works)
    this.check()
  }

  /** Waits for all of it. */
  async end(): Promise<void> {
    while (this.#works.size > 0) await Promise.race(this.#works)
  }

  /** Throws what failed first. */
  check(): void {
    if (this.#failure) throw this.#failure.error
  }
}
