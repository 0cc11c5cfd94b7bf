import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Failure, isFailureCode } from '../../shared/errors.ts'

/** A thread is kept so long for the next question, ms: to start one takes more of the processor than most answers do. */
const KEPT = 60_000

/** A thread that answers one question at a time. It is there while it is needed. */
export class Thread<Asked, Told> {
  readonly #program: URL
  #worker: Worker | null = null
  #timer: NodeJS.Timeout | undefined
  #ending = new AbortController()

  /** `program`: answers each message that it hears by one. */
  constructor(program: URL) {
    this.#program = program
  }

  /** To be asked when the question before is answered. What the program throws is thrown here; AbortError where it is ended. */
  async ask(asked: Asked): Promise<Told> {
    clearTimeout(this.#timer)
    const { signal } = this.#ending
    const worker = this.#worker ?? new Worker(this.#program)
    this.#worker = worker
    worker.postMessage(asked)
    try {
      const [told] = await once(worker, 'message', { signal })
      return told
    } catch (error) {
      // What it stumbled over has ended it.
      if (this.#worker === worker) this.#worker = null
      throw asThrown(error)
    } finally {
      if (!signal.aborted) this.#timer = setTimeout(() => void this.end(), KEPT).unref()
    }
  }

  /** Who waits for an answer gets none. */
  async end(): Promise<void> {
    clearTimeout(this.#timer)
    this.#ending.abort()
    this.#ending = new AbortController()
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

/** A failure of the closed list comes from the thread as a bare error that has what it had. */
function asThrown(error: unknown): unknown {
  const { code, params } = error as Partial<Failure>
  return isFailureCode(code) ? new Failure(code, params, { cause: error }) : error
}
