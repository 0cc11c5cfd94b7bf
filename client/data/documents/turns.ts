/** What is done to one thing is done one after the other; different things do not wait for each other. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Does `work` when all that was asked of `name` before has ended, well or not. */
  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work, work)
    this.#last.set(name, turn)
    const isLast = () => this.#last.get(name) === turn && this.#last.delete(name)
    turn.then(isLast, isLast)
    return turn
  }

  /** Resolves when all that was asked so far has ended. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#last.values())
  }
}
