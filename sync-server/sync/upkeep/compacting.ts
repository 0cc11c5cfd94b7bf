import type { Place } from '../../storage/storage.ts'
import { Thread } from '../thread.ts'
import type { Encoded } from './compact.ts'
import type { Asked } from './compact-thread.ts'

/** The thread in which snapshots and generations are encoded, one at a time, from what is stored. */
export class Compacting {
  readonly #place: Place
  readonly #thread = new Thread<Asked, Encoded>(new URL('./compact-thread.ts', import.meta.url))

  constructor(place: Place) {
    this.#place = place
  }

  /** The document's snapshot anew. Errors as of `compacted`; failure document-damaged. */
  encode(document: string): Promise<Encoded> {
    return this.#thread.ask({ place: this.#place, document, generation: null })
  }

  /** The document's next generation, of that name. Errors as of `packed`; failure document-damaged. */
  pack(document: string, generation: string): Promise<Encoded> {
    return this.#thread.ask({ place: this.#place, document, generation })
  }

  end(): Promise<void> {
    return this.#thread.end()
  }
}
