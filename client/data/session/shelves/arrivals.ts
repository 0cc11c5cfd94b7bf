import type { Parcel } from '../../../../shared/columns/parcel.ts'
import type { Offer } from '../../sync/parcels.ts'
import { Burden } from './burden.ts'

/** Where documents come from whole, and who takes them. */
export interface ArrivalsGround {
  /** Whether there is a point in asking for one at all. */
  isOffered(): boolean
  /** Whether there is a line to ask on. */
  isOnline(): boolean
  /** Whether this device has nothing of a document, still. */
  isMissing(document: string): boolean
  /** What the server has of it to send whole; null where it does not come so. */
  ask(document: string): Promise<Offer | null>
  take(parcel: Parcel): Promise<void>
  /** A document is taken, or does not come so: the line brings it. */
  ended(): void
  /** It could not be taken for a reason that is none of the network's or the disk's. */
  failed(error: unknown): void
}

/** So many documents are asked for at once: while one is made or on its way, another is put down. */
const LANES = 3
/**
 * What is on its way and being put down takes so many bytes at once: three usual quarters. A device has it twice in memory
 * for a moment, as it came and as it is put down.
 */
const AT_ONCE = 32 * 1024 * 1024

/** Documents that come whole (columns/SPEC C10), each tried once on a line, in the order in which they are wanted. */
export class Arrivals {
  readonly #ground: ArrivalsGround
  readonly #tried = new Set<string>()
  /** Those that wait, and those that are on their way. */
  readonly #waiting = new Set<string>()
  readonly #coming = new Set<string>()
  readonly #burden = new Burden(AT_ONCE)
  #isClosed = false

  constructor(ground: ArrivalsGround) {
    this.#ground = ground
  }

  /** Whether a document is still to come. */
  has(document: string): boolean {
    return this.#waiting.has(document) || this.#coming.has(document)
  }

  /** Has them come when there is a line. */
  order(documents: Iterable<string>): void {
    if (!this.#ground.isOffered()) return
    for (const document of documents) {
      if (!this.#tried.has(document)) this.#waiting.add(document)
      this.#tried.add(document)
    }
    this.#begin()
  }

  /** None is begun any more. */
  close(): void {
    this.#isClosed = true
    this.#waiting.clear()
  }

  #begin(): void {
    if (this.#isClosed || !this.#ground.isOnline()) return
    for (const document of this.#waiting) {
      if (this.#coming.size === LANES) return
      this.#waiting.delete(document)
      if (!this.#ground.isMissing(document)) continue
      this.#coming.add(document)
      void this.#bring(document)
    }
  }

  async #bring(document: string): Promise<void> {
    try {
      const hasCome = await this.#take(document)
      // What broke off with the line comes when that is there again, as do those that wait.
      if (!hasCome && !this.#ground.isOnline()) this.#waiting.add(document)
    } catch (error) {
      this.#ground.failed(error)
    }
    this.#coming.delete(document)
    if (!this.#ground.isOffered()) this.#waiting.clear()
    this.#begin()
    this.#ground.ended()
  }

  /** Whether it came. */
  async #take(document: string): Promise<boolean> {
    const offer = await this.#ground.ask(document)
    if (!offer) return false
    return this.#burden.carry(offer.size, async () => {
      const parcel = await offer.take()
      if (parcel) await this.#ground.take(parcel)
      return parcel !== null
    })
  }
}
