import type { StoredDocument } from '../../storage/storage.ts'
import { Thread } from '../thread.ts'
import type { Asked } from './compact-thread.ts'

/** The thread in which snapshots and generations are encoded, one at a time. */
export class Compacting {
  readonly #thread = new Thread<Asked, Uint8Array>(new URL('./compact-thread.ts', import.meta.url))

  /** The document's snapshot anew. Errors as of `compacted`. */
  encode(stored: StoredDocument): Promise<Uint8Array> {
    return this.#thread.ask({ stored, generation: null })
  }

  /** The document's next generation, of that name. Errors as of `packed`. */
  pack(stored: StoredDocument, generation: string): Promise<Uint8Array> {
    return this.#thread.ask({ stored, generation })
  }

  end(): Promise<void> {
    return this.#thread.end()
  }
}
