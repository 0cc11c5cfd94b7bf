import type { Waiting } from './outbox.ts'

/** How often the server is told how old the oldest write is that waits here, ms. What is sent sooner is never told of. */
const EVERY = 10_000

/** Tells the server how old the oldest write is that it has not (sync-server/sync/SPEC.md J26), for whoever watches over the company. */
export class OutboxReport {
  readonly #waiting: () => Waiting
  readonly #tell: (age: string) => void
  readonly #timer: ReturnType<typeof setInterval>
  /** The last that was said on this line left something waiting. */
  #isWaiting = false

  /** `tell` says it on the line where there is one; else it is lost, and said again on the next one. */
  constructor(waiting: () => Waiting, tell: (age: string) => void) {
    this.#waiting = waiting
    this.#tell = tell
    this.#timer = setInterval(() => this.#say(), EVERY)
  }

  /** The line is there anew: who speaks on it has said nothing yet. */
  begin(): void {
    this.#isWaiting = false
    this.#say()
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #say(): void {
    const { since } = this.#waiting()
    if (since !== null) this.#tell(String(Math.max(0, Math.round(Date.now() - since))))
    else if (this.#isWaiting) this.#tell('none')
    this.#isWaiting = since !== null
  }
}
