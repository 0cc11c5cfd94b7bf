/** Something in memory that the disk does not have. */
export interface Owing {
  /** Tries once more; resolves with whether all of it is on disk. */
  mend(): Promise<boolean>
}

/** The pause before the first further try and the longest one, ms. */
const PAUSES = { first: 500, last: 10_000 }

/**
 * What the browser has refused to keep. It is tried again, with pauses that grow, one thing after the other up to the
 * first that is refused again; and all of it at once when anything has been taken.
 */
export class Refusals {
  readonly #owing = new Set<Owing>()
  readonly #listeners = new Set<() => void>()
  readonly #pauses: typeof PAUSES
  #pause: number
  #timer: ReturnType<typeof setTimeout> | null = null
  #isTrying = false
  #isClosed = false

  constructor(pauses = PAUSES) {
    this.#pauses = pauses
    this.#pause = pauses.first
  }

  /** Whether anything is in memory alone. */
  get any(): boolean {
    return this.#owing.size > 0
  }

  add(one: Owing): void {
    if (this.#owing.has(one)) return
    this.#owing.add(one)
    this.#plan()
    this.#tell()
  }

  /** All of it is on disk, or is given up. */
  delete(one: Owing): void {
    if (!this.#owing.delete(one)) return
    this.#pause = this.#pauses.first
    if (this.any) void this.#tryAll()
    this.#tell()
  }

  /** Calls `listener` when `any` may have changed; returns its undo. */
  observe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#isClosed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #plan(): void {
    if (this.#timer !== null || this.#isClosed || !this.any) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#pause = Math.min(this.#pause * 2, this.#pauses.last)
      void this.#tryAll()
    }, this.#pause)
  }

  async #tryAll(): Promise<void> {
    if (this.#isTrying || this.#isClosed) return
    this.#isTrying = true
    try {
      for (const one of [...this.#owing]) if (!(await this.#try(one))) break
    } finally {
      this.#isTrying = false
      this.#plan()
    }
  }

  /** What is refused again comes last the next time: it may be too big for what the others find room in. */
  async #try(one: Owing): Promise<boolean> {
    if (!this.#owing.has(one) || (await one.mend())) return true
    if (this.#owing.delete(one)) this.#owing.add(one)
    return false
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
