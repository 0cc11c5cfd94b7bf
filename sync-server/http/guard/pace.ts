import { getCookie } from 'hono/cookie'
import { Failure } from '../../../shared/errors.ts'
import type { Pace } from '../../../shared/line/pace.ts'
import type { Ask, Room } from '../ports.ts'

/** So many requests of a session are answered in a minute: a new device with 100,000 orders makes less than a hundred. */
export const MOST = 1200

/** Failure too-many-requests for a session that asks for more than any device does (accounts/SPEC A21). */
export function checkPace({ accounts }: Room, pace: Pace, c: Ask): void {
  const [session] = getCookie(c, accounts.context.authCookies.sessionToken.name)?.slice(0, 64).split('.') ?? []
  const wait = session ? pace.take(session) : 0
  if (wait > 0) throw new Failure('too-many-requests', { seconds: Math.ceil(wait / 1000) })
}
