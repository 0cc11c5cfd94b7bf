import { Failure } from '../../../shared/errors.ts'

/** What a device keeps beside its documents, and lets go of once somebody was erased. */
export interface ErasedGround {
  /** When the last erasure that this device knows of was done, ms; null: none was. */
  last(): number | null
  /** The same, of the last for which all was let go of; kept over a restart. */
  readonly done: { get(): number | null; set(at: number): void }
  /** Resolves when this device and the server have the same. */
  inStep(): Promise<void>
  isOnline(): boolean
  /** Each lets go of what it has; rejects with the Failure where the server cannot be asked. */
  readonly kept: readonly (() => Promise<void> | void)[]
}

/** Lets go, after each erasure, of what was remembered and of bytes that the server has no more (shared/erasures/SPEC ER17). */
export class Erased {
  readonly #ground: ErasedGround
  #isAtWork = false
  #isClosed = false

  constructor(ground: ErasedGround) {
    this.#ground = ground
  }

  /** An erasure may have been done, or there may be a line again. */
  async look(): Promise<void> {
    if (this.#isAtWork || this.#isClosed || !this.#isDue()) return
    this.#isAtWork = true
    try {
      while (this.#isDue() && this.#ground.isOnline() && !this.#isClosed) await this.#letGo()
    } catch (error) {
      // The next line asks once more.
      if (!(error instanceof Failure)) throw error
    } finally {
      this.#isAtWork = false
    }
  }

  close(): void {
    this.#isClosed = true
  }

  #isDue(): boolean {
    const { last, done } = this.#ground
    return (last() ?? 0) > (done.get() ?? 0)
  }

  async #letGo(): Promise<void> {
    const { last, done, inStep, kept } = this.#ground
    await inStep()
    const at = last()
    if (at === null || this.#isClosed) return
    for (const one of kept) await one()
    done.set(at)
  }
}
