import type { Logger } from 'pino'
import { parseDocument } from '../../../shared/documents/documents.ts'
import type { Storage } from '../../storage/storage.ts'
import { Thread } from '../thread.ts'
import { KeptParcels } from './kept-parcels.ts'
import type { Ingredients } from './make.ts'
import { makerStamp } from './maker.ts'

export interface ParcelsOptions {
  readonly storage: Pick<Storage, 'load' | 'reached'>
  /** Where parcels that were made are kept. */
  readonly folder: string
  readonly log: Logger
}

/** Whole documents with their columns, for devices that have nothing of them (SPEC J35 to J37). */
export class Parcels {
  readonly maker = makerStamp()
  readonly #options: ParcelsOptions
  readonly #kept: KeptParcels
  readonly #thread = new Thread<Ingredients, Uint8Array>(new URL('./make-thread.ts', import.meta.url))
  /** Those that are being made, or wait for it, by document. */
  readonly #making = new Map<string, Promise<Uint8Array>>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: ParcelsOptions) {
    this.#options = options
    this.#kept = new KeptParcels(options.folder)
  }

  /**
   * The parcel of a document, packed by gzip, of all that is journalled now, or of what was while it is being made already;
   * null where nobody has written the document. Failure document-damaged.
   */
  async of(document: string): Promise<Uint8Array | null> {
    const { storage } = this.#options
    const reached = await storage.reached(document)
    if (reached.last === 0) return null
    const kept = await this.#kept.find({ document, maker: this.maker, ...reached })
    return kept ?? this.#making.get(document) ?? this.#makeLater(document)
  }

  end(): Promise<void> {
    return this.#thread.end()
  }

  /** One after the other: the thread answers one question at a time. */
  #makeLater(document: string): Promise<Uint8Array> {
    const made = this.#last.then(() => this.#make(document)).finally(() => this.#making.delete(document))
    this.#making.set(document, made)
    this.#last = made.catch(() => {})
    return made
  }

  async #make(document: string): Promise<Uint8Array> {
    const { storage } = this.#options
    const { maker } = this
    const family = parseDocument(document, Date.now())?.family ?? ''
    const stored = await storage.load(document)
    const parcel = await this.#thread.ask({ document, family, maker, stored })
    await this.#keep({ document, maker, last: stored.last, generation: stored.generation }, parcel)
    return parcel
  }

  /** A disk that does not take it costs time alone. */
  async #keep(mark: Parameters<KeptParcels['put']>[0], parcel: Uint8Array): Promise<void> {
    try {
      await this.#kept.put(mark, parcel)
    } catch (err) {
      this.#options.log.warn({ document: mark.document, err }, 'a parcel was not kept')
    }
  }
}
