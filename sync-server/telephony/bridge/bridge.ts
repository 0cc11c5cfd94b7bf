import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '../../../shared/errors.ts'
import type { PhoneStore } from '../../storage/telephony/phones.ts'
import { bridgeAt, reachableAt } from './address.ts'

/** How a bridge that is away is waited for. */
export interface Patience {
  /** So long a request is held, ms. */
  readonly within: number
  /** So many are held at once. */
  readonly most: number
  /** How often the bridge is looked for, ms. */
  readonly every: number
}

const PATIENCE: Patience = { within: 20_000, most: 200, every: 200 }
/** What was read of the storage is believed for so long, ms. */
const BELIEVED = 500
const NOTHING_KNOWN = { urls: [], until: 0 }
/** A phone that was turned away comes again after so long, s. */
const AGAIN_AFTER = 5

/** What the bridge could not be asked for: it is asked again. */
export class BridgeGone extends Error {}

/** Where the bridge is, and the way to it (SPEC PH10, PH12). */
export class Bridge {
  readonly #store: Pick<PhoneStore, 'bridges' | 'putBridge'>
  readonly #patience: Patience
  readonly #ending = new AbortController()
  #known: { readonly urls: readonly string[]; readonly until: number } = NOTHING_KNOWN
  #held = 0

  constructor(store: Pick<PhoneStore, 'bridges' | 'putBridge'>, patience: Patience = PATIENCE) {
    this.#store = store
    this.#patience = patience
  }

  /** How many requests wait for the bridge. */
  get held(): number {
    return this.#held
  }

  /** The bridge that asks `from` this address says where it listens. Failure request-shape. */
  async tell(url: string, from: string): Promise<void> {
    await this.#store.putBridge(bridgeAt(url, from))
    this.#known = NOTHING_KNOWN
  }

  /**
   * Asks the bridge, and asks it again while it is away: what `ask` rejects with BridgeGone. Failure bridge-away where it is not
   * there in time, or too many wait for it. Rejects with the signal's reason.
   */
  async reach<T>(ask: (url: string) => Promise<T>, signal: AbortSignal): Promise<T> {
    const asked = await this.#asked(ask)
    if (asked) return asked.answer
    if (this.#held >= this.#patience.most) throw away()
    this.#held++
    try {
      return await this.#waitFor(ask, AbortSignal.any([signal, this.#ending.signal]))
    } finally {
      this.#held--
    }
  }

  /** Those who wait are told that it is away. */
  stop(): void {
    this.#ending.abort(away())
  }

  async #waitFor<T>(ask: (url: string) => Promise<T>, signal: AbortSignal): Promise<T> {
    for (const until = Date.now() + this.#patience.within; Date.now() < until; ) {
      // Ends early with the signal, whose reason is what counts.
      await wait(this.#patience.every, undefined, { signal }).catch(() => signal.throwIfAborted())
      const asked = await this.#asked(ask)
      if (asked) return asked.answer
    }
    throw away()
  }

  /** Null: it is away. */
  async #asked<T>(ask: (url: string) => Promise<T>): Promise<{ readonly answer: T } | null> {
    for (const url of await this.#urls()) {
      try {
        return { answer: await ask(url) }
      } catch (error) {
        if (!(error instanceof BridgeGone)) throw error
      }
    }
    return null
  }

  async #urls(): Promise<readonly string[]> {
    if (Date.now() >= this.#known.until)
      this.#known = { urls: reachableAt(await this.#store.bridges()), until: Date.now() + BELIEVED }
    return this.#known.urls
  }
}

function away(): Failure {
  return new Failure('bridge-away', { seconds: AGAIN_AFTER })
}
