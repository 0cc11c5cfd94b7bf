import { PARCEL_SIZE, type Parcel, readParcel, type Wanted } from '../../../shared/columns/parcel.ts'

/** Where parcels come from, and what they must be made by (columns/SPEC C11). */
export interface ParcelSource {
  /** The server's address, `http://host:port`. */
  readonly url: string
  /** Null: this build can take none. */
  readonly maker: string | null
}

/** A parcel that is ready to be sent: nothing of it has come yet. */
export interface Offer {
  /** Unpacked, bytes; infinite where the server does not say. */
  readonly size: number
  /** The document whole; null where it does not come so. */
  take(): Promise<Parcel | null>
}

/** What is not offered, or has not come, after so long does not come, ms: the line brings the document then. */
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

  /** Asks for a document; null where it does not come whole. An offer is to be taken, in whatever time. */
  async ask(document: string): Promise<Offer | null> {
    const { maker, url } = this.#source
    if (maker === null || !this.#isOffered) return null
    const patience = new Patience(this.#ending.signal)
    const asked = new URLSearchParams({ document, maker })
    const request = { credentials: 'include', signal: patience.signal } as const
    const response = await patience.step(() => fetch(`${url}/api/parcels?${asked}`, request))
    if (response?.status === NOTHING || response?.status === NO_SUCH_WAY) this.#isOffered = false
    if (response?.status !== 200) return null
    const bytes = () => patience.step(() => response.arrayBuffer())
    return { size: sizeOf(response), take: async () => this.#read(await bytes(), { document, maker }) }
  }

  /** Gives up what is on its way. */
  stop(): void {
    this.#ending.abort()
    this.#ending = new AbortController()
  }

  #read(bytes: ArrayBuffer | null, wanted: Wanted): Parcel | null {
    if (bytes === null) return null
    const parcel = readParcel(new Uint8Array(bytes), wanted)
    // biome-ignore lint/suspicious/noConsole: a device has no other log than its browser's.
    if (parcel === null) console.warn(`${wanted.document} came spoiled: the line brings it.`)
    return parcel
  }
}

/** Ends a request of which a step takes too long, or when all is stopped. How long it rests between steps does not count. */
class Patience {
  readonly #late = new AbortController()
  readonly signal: AbortSignal

  constructor(stopped: AbortSignal) {
    this.signal = AbortSignal.any([stopped, this.#late.signal])
  }

  /** What a step gives; null where anything broke it: nothing is lost, who asked goes on by the line, which tells of itself. */
  async step<T>(work: () => Promise<T>): Promise<T | null> {
    const timer = setTimeout(() => this.#late.abort(), PATIENCE)
    try {
      return await work()
    } catch {
      return null
    } finally {
      clearTimeout(timer)
    }
  }
}

function sizeOf({ headers }: Response): number {
  const told = Number(headers.get(PARCEL_SIZE))
  return told > 0 ? told : Number.POSITIVE_INFINITY
}
