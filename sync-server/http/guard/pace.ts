import { getCookie } from 'hono/cookie'
import { Failure } from '../../../shared/errors.ts'
import type { Ask, Room } from '../ports.ts'

/** So many requests of a session are answered in a minute: a new device with 100,000 orders makes less than a hundred. */
export const MOST = 1200
const MINUTE = 60_000
/** More sessions than a company has; made-up ones do not fill the memory. */
const MOST_SESSIONS = 50_000

/** Counts the requests of sessions, minute by minute, in the memory of this process. */
export class Pace {
  readonly #counts = new Map<string, number>()
  readonly #now: () => number
  #end = 0

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Takes a request in; gives the milliseconds to wait where the session has made too many in this minute, else 0. */
  take(session: string): number {
    const now = this.#now()
    if (now >= this.#end || this.#counts.size >= MOST_SESSIONS) this.#begin(now)
    const count = (this.#counts.get(session) ?? 0) + 1
    this.#counts.set(session, count)
    return count > MOST ? this.#end - now : 0
  }

  #begin(now: number): void {
    this.#counts.clear()
    this.#end = now + MINUTE
  }
}

/** Failure too-many-requests for a session that asks for more than any device does (accounts/SPEC A21). */
export function checkPace({ accounts }: Room, pace: Pace, c: Ask): void {
  const [session] = getCookie(c, accounts.context.authCookies.sessionToken.name)?.slice(0, 64).split('.') ?? []
  const wait = session ? pace.take(session) : 0
  if (wait > 0) throw new Failure('too-many-requests', { seconds: Math.ceil(wait / 1000) })
}
