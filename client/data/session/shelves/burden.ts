interface Waiting {
  readonly bytes: number
  readonly enter: () => void
}

/** So many bytes are carried at once at most; what is greater by itself is carried alone. Who comes first goes first. */
export class Burden {
  readonly #most: number
  #free: number
  readonly #waiting: Waiting[] = []

  /** `most`: bytes. */
  constructor(most: number) {
    this.#most = most
    this.#free = most
  }

  /** Runs `work`, which takes so many bytes, as soon as those before it have left room; gives what it gives. */
  async carry<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    const taken = Math.min(bytes, this.#most)
    await this.#room(taken)
    try {
      return await work()
    } finally {
      this.#free += taken
      this.#admit()
    }
  }

  #room(bytes: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push({ bytes, enter: resolve })
    this.#admit()
    return promise
  }

  /** A great one at the head is not passed: it would wait for as long as small ones come. */
  #admit(): void {
    for (let first = this.#waiting[0]; first && first.bytes <= this.#free; first = this.#waiting[0]) {
      this.#waiting.shift()
      this.#free -= first.bytes
      first.enter()
    }
  }
}
