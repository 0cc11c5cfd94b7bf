import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { StoredDocument } from '../../storage/storage.ts'
import type { Asked } from './compact-thread.ts'

/** A thread is kept so long for the next document, ms: to start one takes more of the processor than most snapshots do. */
const KEPT = 60_000

/** The thread in which snapshots and generations are encoded, one at a time. It is there while it is needed. */
export class Compacting {
  #worker: Worker | null = null
  #timer: NodeJS.Timeout | undefined

  /** The document's snapshot anew. Errors as of `compacted`. */
  encode(stored: StoredDocument): Promise<Uint8Array> {
    return this.#ask({ stored, generation: null })
  }

  /** The document's next generation, of that name. Errors as of `packed`. */
  pack(stored: StoredDocument, generation: string): Promise<Uint8Array> {
    return this.#ask({ stored, generation })
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer)
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  async #ask(asked: Asked): Promise<Uint8Array> {
    clearTimeout(this.#timer)
    const worker = this.#worker ?? new Worker(new URL('./compact-thread.ts', import.meta.url))
    this.#worker = worker
    worker.postMessage(asked)
    try {
      const [state] = await once(worker, 'message')
      return state
    } catch (error) {
      // What it stumbled over has ended it.
      this.#worker = null
      throw error
    } finally {
      this.#timer = setTimeout(() => void this.end(), KEPT).unref()
    }
  }
}
