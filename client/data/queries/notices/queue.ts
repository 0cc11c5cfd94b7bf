/** So long at a time records are looked at, ms, before others are heard. */
const SLICE = 6

/** Keys that wait to be looked at: a few at once, many in slices. */
export class Queue {
  readonly #look: (key: string) => void
  readonly #done: () => void
  readonly #keys = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | null = null

  /** `done` is called when a slice is over, and it says whether that was the last. */
  constructor(look: (key: string) => void, done: () => void) {
    this.#look = look
    this.#done = done
  }

  get isEmpty(): boolean {
    return this.#keys.size === 0
  }

  add(key: string): void {
    this.#keys.add(key)
    this.#timer ??= setTimeout(() => this.#run())
  }

  /** Looks at all that waits, at once: for tests. */
  flush(): void {
    this.#run(Number.POSITIVE_INFINITY)
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#keys.clear()
  }

  #run(slice = SLICE): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const until = performance.now() + slice
    for (const key of this.#keys) {
      this.#keys.delete(key)
      this.#look(key)
      if (performance.now() > until) break
    }
    this.#timer = this.isEmpty ? null : setTimeout(() => this.#run())
    this.#done()
  }
}
