import type { Logger } from 'pino'
import { parseDocument } from '../../../shared/documents/documents.ts'
import type { Storage } from '../../storage/storage.ts'
import { Thread } from '../thread.ts'
import { KeptParcels, type Mark } from './kept-parcels.ts'
import type { Asked, Made } from './make-thread.ts'
import { makerStamp } from './maker.ts'

export interface ParcelsOptions {
  readonly storage: Pick<Storage, 'place' | 'reached'>
  /** Where parcels that were made are kept. */
  readonly folder: string
  readonly log: Logger
}

/** Whole documents with their columns, for devices that have nothing of them (SPEC J35 to J37). */
export class Parcels {
  readonly maker = makerStamp()
  readonly #options: ParcelsOptions
  readonly #kept: KeptParcels
  readonly #thread = new Thread<Asked, Made>(new URL('./make-thread.ts', import.meta.url))
  /** Those that are being made, or wait for it, by document. */
  readonly #making = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  #last: Promise<unknown> = Promise.resolve()
  readonly #ending = new AbortController()
  #made = 0
  /** What the disk did not do when it was asked for it last. */
  readonly #refused = new Set<'read' | 'kept'>()

  constructor(options: ParcelsOptions) {
    this.#options = options
    this.#kept = new KeptParcels(options.folder)
  }

  /** How many were made since the server began. */
  get made(): number {
    return this.#made
  }

  /**
   * The parcel of a document, packed by gzip, of all that is journalled now, or of what was while it is being made already;
   * null where nobody has written the document. Failure document-damaged; AbortError where the server ends meanwhile.
   */
  async of(document: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const mark = await this.#markOf(document)
    if (mark.last === 0) return null
    const kept = await this.#tried('read', mark, () => this.#kept.find(mark))
    return kept ?? this.#making.get(document) ?? this.#makeLater(document)
  }

  /** Whether the parcel of all that is journalled now is kept, as it was written. */
  async stands(document: string): Promise<boolean> {
    const mark = await this.#markOf(document)
    return (await this.#tried('read', mark, () => this.#kept.find(mark))) !== null
  }

  /** Removes what is kept of other makers, or of documents that are none of these. Errors of the disk come through. */
  tidy(documents: Iterable<string>): Promise<void> {
    return this.#kept.tidy(this.maker, documents)
  }

  /** What is being made comes to nothing. */
  end(): Promise<void> {
    this.#ending.abort()
    return this.#thread.end()
  }

  async #markOf(document: string): Promise<Mark> {
    return { document, maker: this.maker, ...(await this.#options.storage.reached(document)) }
  }

  /** One after the other: the thread answers one question at a time. */
  #makeLater(document: string): Promise<Uint8Array<ArrayBuffer>> {
    const made = this.#last.then(() => this.#make(document)).finally(() => this.#making.delete(document))
    this.#making.set(document, made)
    this.#last = made.catch(() => {})
    return made
  }

  async #make(document: string): Promise<Uint8Array<ArrayBuffer>> {
    this.#ending.signal.throwIfAborted()
    const { maker } = this
    const { place } = this.#options.storage
    const family = parseDocument(document, Date.now())?.family ?? ''
    const { parcel, from } = await this.#thread.ask({ place, document, family, maker })
    this.#made++
    const mark = { document, maker, ...from }
    await this.#tried('kept', mark, () => this.#kept.put(mark, parcel))
    return parcel
  }

  /** A disk that refuses costs time alone: that is told once, until it does what it is asked for. */
  async #tried<T>(what: 'read' | 'kept', { document }: Mark, work: () => Promise<T>): Promise<T | null> {
    try {
      const done = await work()
      this.#refused.delete(what)
      return done
    } catch (err) {
      if (!this.#refused.has(what)) this.#options.log.warn({ document, err }, `a parcel was not ${what}`)
      this.#refused.add(what)
      return null
    }
  }
}
