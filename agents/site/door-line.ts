import { Failure, isFailureCode } from '../../shared/errors.ts'
import type { SiteCatalogue, SiteOrderState } from '../../shared/site/catalogue.ts'
import type { Lacking, QueueItem, StandingAside } from '../../shared/site/door.ts'
import type { SpokenDoor } from '../runtime/server/settings/door.ts'

/** So long an answer is waited for, and an answer that waits itself for something to tell, ms. */
const ANSWER = 60_000
const WAIT = 20
const LATE = 15_000
/** A door takes so many states of orders at once. */
const STATES = 1_000

/** Speaks with a door (shared/site/door.ts). Failures: server-unreachable, or the door's own: sign-in-needed for a wrong key. */
export class DoorLine {
  readonly #door: SpokenDoor
  readonly #signal: AbortSignal

  constructor(door: SpokenDoor, signal: AbortSignal) {
    this.#door = door
    this.#signal = signal
  }

  /** When the catalogue that it shows was made, and which pictures it lacks. */
  async standing(): Promise<Lacking & { readonly made: number | null }> {
    // The door is of our own house: its tests hold its answers to this type.
    return (await this.#ask('/door/catalogue')) as Lacking & { readonly made: number | null }
  }

  /** Gives the pictures that it lacks. */
  async publish(catalogue: SiteCatalogue): Promise<readonly string[]> {
    const answer = await this.#ask('/door/catalogue', { method: 'PUT', ...json(catalogue) })
    return (answer as Lacking).pictures
  }

  async putPicture(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#ask(`/door/pictures/${hash}`, { method: 'PUT', body: bytes })
  }

  async tell(states: readonly SiteOrderState[]): Promise<void> {
    for (let i = 0; i < states.length; i += STATES)
      await this.#ask('/door/orders', { method: 'PUT', ...json(states.slice(i, i + STATES)) })
  }

  /** What waits behind a number; waits itself for something to tell. */
  async queue(after: number): Promise<readonly QueueItem[]> {
    const answer = await this.#ask(`/door/queue?after=${after}&wait=${WAIT}`, {}, WAIT * 1000 + LATE)
    return (answer as { readonly items: readonly QueueItem[] }).items
  }

  async settled(upTo: number): Promise<void> {
    await this.#ask('/door/settled', { method: 'POST', ...json({ upTo }) })
  }

  /** Keeps these at the door and out of the queue; gives how many stand aside there. */
  async setAside(numbers: readonly number[]): Promise<number> {
    const answer = await this.#ask('/door/aside', { method: 'POST', ...json({ numbers }) })
    return (answer as StandingAside).aside
  }

  /** What stands aside is in the queue again. */
  async takeUp(): Promise<void> {
    await this.#ask('/door/again', { method: 'POST' })
  }

  async #ask(
    path: string,
    how: Pick<RequestInit, 'method' | 'body' | 'headers'> = {},
    within = ANSWER,
  ): Promise<unknown> {
    const { address, key } = this.#door
    const headers = { ...how.headers, authorization: `Bearer ${key}` }
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(within)])
    try {
      const response = await fetch(new URL(path, address), { ...how, headers, signal, redirect: 'error' })
      if (response.status === 204) return null
      const body: unknown = await response.json()
      if (response.ok) return body
      const { code } = body as { readonly code?: unknown }
      throw new Failure(isFailureCode(code) ? code : 'server-unreachable', { address })
    } catch (cause) {
      if (cause instanceof Failure) throw cause
      this.#signal.throwIfAborted()
      throw new Failure('server-unreachable', { address }, { cause })
    }
  }
}

function json(body: unknown): Pick<RequestInit, 'body' | 'headers'> {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}
