import { type Parcel, readParcel } from '../../../shared/columns/parcel.ts'

/** Where parcels come from, and what they must be made by (columns/SPEC C11). */
export interface ParcelSource {
  /** The server's address, `http://host:port`. */
  readonly url: string
  /** Null: this build can take none. */
  readonly maker: string | null
}

/** A parcel that has not come after so long does not come, ms: the line brings the document then. */
const PATIENCE = 120_000

/** The server has the way, and gave nothing: it makes none that this build could take, or there is nothing of the document. */
const NOTHING = 204
const NO_SUCH_WAY = 404

/** Fetches documents whole, by HTTP. Whatever hinders that, the line brings them as ever. */
export class Parcels {
  readonly #source: ParcelSource
  #ending = new AbortController()
  #isOffered: boolean

  constructor(source: ParcelSource) {
    this.#source = source
    this.#isOffered = source.maker !== null
  }

  /** Whether there is a point in asking. */
  get areOffered(): boolean {
    return this.#isOffered
  }

  /** The document whole; null where it does not come so. */
  async fetch(document: string): Promise<Parcel | null> {
    const { maker } = this.#source
    if (maker === null || !this.#isOffered) return null
    const bytes = await this.#bytesOf(document, maker)
    if (bytes === null) return null
    const parcel = readParcel(bytes, { document, maker })
    // biome-ignore lint/suspicious/noConsole: a device has no other log than its browser's.
    if (parcel === null) console.warn(`${document} came spoiled: the line brings it.`)
    return parcel
  }

  /** Gives up what is on its way. */
  stop(): void {
    this.#ending.abort()
    this.#ending = new AbortController()
  }

  async #bytesOf(document: string, maker: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const asked = new URLSearchParams({ document, maker })
    const signal = AbortSignal.any([this.#ending.signal, AbortSignal.timeout(PATIENCE)])
    try {
      const response = await fetch(`${this.#source.url}/api/parcels?${asked}`, { credentials: 'include', signal })
      if (response.status === NOTHING || response.status === NO_SUCH_WAY) this.#isOffered = false
      return response.status === 200 ? new Uint8Array(await response.arrayBuffer()) : null
    } catch {
      // Whatever broke it, nothing is lost: who asked goes on by the line, which tells of itself.
      return null
    }
  }
}
