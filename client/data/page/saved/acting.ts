/**
 * The acts of a page that what is said of saving does not speak of yet: each from when it is asked for until the worker, asked
 * once more after its end, has said how it stands. Before that it may say that all is saved, and mean what was before.
 */
export class Acting {
  readonly #word: () => Promise<unknown>
  readonly #listeners = new Set<() => void>()
  #count = 0
  #isOver = false

  /** `word` asks the worker how it stands with saving now. */
  constructor(word: () => Promise<unknown>) {
    this.#word = word
  }

  get isUnderWay(): boolean {
    return this.#count > 0 && !this.#isOver
  }

  async follow<T>(act: Promise<T>): Promise<T> {
    this.#step(1)
    try {
      return await act
    } finally {
      void this.#word().then(() => this.#step(-1))
    }
  }

  /** Calls the listener when it may be otherwise. Returns its undo. */
  observe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The session has ended: nothing is said any more. */
  end(): void {
    this.#isOver = true
    this.#step(0)
  }

  #step(by: number): void {
    this.#count += by
    for (const listener of this.#listeners) listener()
  }
}
