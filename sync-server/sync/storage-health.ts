/** How often it is looked whether storage is well again, ms. */
const LOOK_EVERY = 2000

/**
 * Whether storage takes what is written. While it does not, `look` is called every two seconds to find out whether it does
 * again (SPEC J2): a balancer sends nobody who would write to a server that is not well.
 */
export class StorageHealth {
  readonly #look: () => void
  #timer: NodeJS.Timeout | null = null
  #isEnded = false
  #failures = 0

  constructor(look: () => void) {
    this.#look = look
  }

  get isWell(): boolean {
    return this.#timer === null
  }

  /** How often it failed. */
  get failures(): number {
    return this.#failures
  }

  failed(): void {
    this.#failures++
    if (!this.#isEnded) this.#timer ??= setInterval(this.#look, LOOK_EVERY).unref()
  }

  recovered(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }

  /** From here on nothing is looked for: storage is about to be closed. */
  end(): void {
    this.#isEnded = true
    this.recovered()
  }
}
