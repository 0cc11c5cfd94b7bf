import { getConnInfo } from '@hono/node-server/conninfo'
import { mayManageAccounts } from '../../../shared/accounts/rights.ts'
import type { Who } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import { checkDue } from '../../accounts/factors/requirement.ts'
import { type Session, sessionOf } from '../../accounts/sessions.ts'
import { ADDRESS_HEADER } from '../../accounts/store/auth.ts'
import { isSameKey } from '../../sync/service-key.ts'
import type { Ask, Room } from '../ports.ts'
import { addressBehind } from './network.ts'

/** The caller's session, its cookie renewed with the answer; null for nobody. */
export async function findSession({ accounts }: Room, c: Ask): Promise<Session | null> {
  const session = await sessionOf(accounts, c.req.raw.headers, true)
  if (session) sendCookies(c, session.headers)
  return session
}

/** The caller's session; Failures sign-in-needed, second-factor-required (SPEC A17). */
export async function sessionFor(room: Room, c: Ask): Promise<Session> {
  const session = await settingUpFor(room, c)
  checkDue(session)
  return session
}

/** The caller's session, also where he must set up a second factor first: for what that takes. Failure sign-in-needed. */
export async function settingUpFor(room: Room, c: Ask): Promise<Session> {
  const session = await findSession(room, c)
  if (!session) throw new Failure('sign-in-needed')
  return session
}

/**
 * The account that a device sends for: its session's, or by its key (`Wiping <replica>:<key>`) while it sends what it has
 * before it is wiped (accounts/SPEC A16). Failures as of `sessionFor`.
 */
export async function senderFor(room: Room, c: Ask): Promise<Who> {
  const [, replica, key] = /^Wiping ([^\s:]+):(\S+)$/.exec(c.req.header('authorization') ?? '') ?? []
  if (replica === undefined || key === undefined) return (await sessionFor(room, c)).account
  const account = await room.accounts.identify(c.req.raw.headers, { replica, key })
  if (!account) throw new Failure('sign-in-needed')
  return account
}

/** The session of a caller who looks after accounts; Failures as `sessionFor`, and role-forbids. */
export async function keeperFor(room: Room, c: Ask): Promise<Session> {
  const session = await sessionFor(room, c)
  if (!mayManageAccounts(session.account.role)) throw new Failure('role-forbids')
  return session
}

/** Hands the cookies that the accounts' library set on to the browser. */
export function sendCookies(c: Ask, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

/** The request's headers for the accounts' library, with the address that we know and no address that was claimed. */
export function headersFor(room: Room, c: Ask): Headers {
  const headers = new Headers(c.req.raw.headers)
  headers.set(ADDRESS_HEADER, addressOf(room, c))
  return headers
}

/** The address that a request comes from. */
export function addressOf({ access }: Room, c: Ask): string {
  return addressBehind(access.behindProxy, c.req.header('x-forwarded-for'), getConnInfo(c).remote.address)
}

/** Failure sign-in-needed for who does not show the service key. */
export function checkAgent(room: Room, c: Ask): void {
  if (!hasServiceKey(room, c)) throw new Failure('sign-in-needed')
}

/** Whether a process shows the service key. */
export function hasServiceKey({ serviceKey }: Room, c: Ask): boolean {
  const shown = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  return shown !== undefined && isSameKey(shown, serviceKey)
}
