import type { CustomFieldRow } from '../../../../shared/custom/collections.ts'
import { UNFOLLOWED, type UnderWay } from '../../../../shared/under-way.ts'
import { openReader, type Reader } from '../reading/reader.ts'

/** The file that was chosen, and the worker that has read it. */
export class ChosenFile {
  #file: File | null = null
  #reader: Reader | null = null
  readonly #added: () => Promise<readonly CustomFieldRow[]>

  /** `added`: fields that the company has added. */
  constructor(added: () => Promise<readonly CustomFieldRow[]>) {
    this.#added = added
  }

  /** Reads a file in a worker of its own; what came before is let go. */
  async read(file: File, { onProgress, signal }: UnderWay) {
    onProgress({ done: 0, total: 1, way: 'forth' })
    this.#file = file
    const added = await this.#added()
    signal.throwIfAborted()
    return this.#begin(signal).ask({ ask: 'open', file, added }, signal)
  }

  /** The worker that has read the file; one that was stopped in the middle is begun anew. */
  async reader(underWay: UnderWay = UNFOLLOWED): Promise<Reader> {
    if (!this.#reader && this.#file) await this.read(this.#file, underWay)
    if (!this.#reader) throw new Error('no file was chosen')
    const present = this.#reader
    underWay.signal.addEventListener('abort', () => this.end(), { once: true })
    return present
  }

  end(): void {
    this.#reader?.end()
    this.#reader = null
  }

  /** It hears nothing while it reads or plans: it is stopped by its end. */
  #begin(signal: AbortSignal): Reader {
    this.end()
    const begun = openReader()
    this.#reader = begun
    signal.addEventListener('abort', () => this.end(), { once: true })
    return begun
  }
}
