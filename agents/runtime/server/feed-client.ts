import type { Logger } from 'pino'
import { FEED_ROWS, type FeedPage } from '../../../shared/effects/feed.ts'
import type { Place } from '../cache/cache.ts'
import { askServer, type ServerAddress } from './api.ts'
import type { Patience } from './backoff.ts'
import { patiently } from './patiently.ts'

/** So long an answer waits for something to tell, s, and so long we wait for it beyond that. */
const WAIT = 25
const LATE = 20

/** What is heard of the journal, and from where on. */
export interface Hearing {
  /** Where it stands how far it was heard: the number behind which the next run goes on. */
  readonly place: Place
  /** Where nothing stands there: behind this number. */
  readonly from: number
  readonly collections: readonly string[]
  readonly signal: AbortSignal
}

/** Does what a page asks for. The place is moved behind it when this resolves, and not before. */
export type Taker = (page: FeedPage) => Promise<void> | void

/** The journal of the server as agents hear of it (SPEC RT6, RT7). */
export class FeedClient {
  readonly #server: ServerAddress
  readonly #log: Logger
  readonly #patience: Patience | undefined

  constructor(server: ServerAddress, log: Logger, patience?: Patience) {
    this.#server = server
    this.#log = log
    this.#patience = patience
  }

  /**
   * Gives `take` page after page, one at a time, until the signal; whether the server is there or not. Rejects with what
   * `take` throws, or with a Failure that does not pass by itself: sign-in-needed for a wrong key.
   */
  async follow({ place, from, collections, signal }: Hearing, take: Taker): Promise<void> {
    let last = numberIn(place) ?? from
    while (!signal.aborted) {
      const page = await this.#page(last, collections, signal)
      if (!page) return
      if (page.rows.length > 0) await take(page)
      if (page.last === last) continue
      last = page.last
      place.write(String(last))
    }
  }

  /** The last number of the journal now, which is at least `from`: for who begins to listen. */
  async end(from: number, signal: AbortSignal): Promise<number> {
    for (let last = from; ; ) {
      const page = await this.#page(last, ['rules'], signal, 0)
      if (!page || page.last === last) return last
      last = page.last
    }
  }

  /** The next page; null when it was stopped meanwhile. */
  async #page(
    after: number,
    collections: readonly string[],
    signal: AbortSignal,
    wait = WAIT,
  ): Promise<FeedPage | null> {
    const asked = { after: `${after}`, limit: `${FEED_ROWS.usual}`, wait: `${wait}`, collections: `${collections}` }
    const path = `/api/agent/feed?${new URLSearchParams(asked)}`
    try {
      const answer = await patiently(() => askServer(this.#server, { path, within: (WAIT + LATE) * 1000, signal }), {
        log: this.#log,
        patience: this.#patience,
        signal,
      })
      // The server is of our own house: its tests hold its answers to this type.
      return answer as FeedPage
    } catch (error) {
      if (signal.aborted) return null
      throw error
    }
  }
}

function numberIn(place: Place): number | null {
  const text = place.read()
  return text === null ? null : Number(text)
}
