/** Those who wait for an answer about something, by its name. */
export class Waiters<T> {
  readonly #waiting = new Map<string, ((answer: T) => void)[]>()

  /** Resolves with the next answer about `name`. */
  wait(name: string): Promise<T> {
    return new Promise((resolve) => this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve]))
  }

  has(name: string): boolean {
    return this.#waiting.has(name)
  }

  answer(name: string, answer: T): void {
    const waiting = this.#waiting.get(name) ?? []
    this.#waiting.delete(name)
    for (const resolve of waiting) resolve(answer)
  }
}
