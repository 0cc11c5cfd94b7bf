import * as v from 'valibot'
import type { Done, PasswordChange, SignedIn, SignInAnswer, SignInRequest } from '../../../../shared/accounts/api.ts'
import { checkUnlike } from '../../../accounts/people/own-words.ts'
import {
  changePassword,
  endAllSessions,
  endFormer,
  type SignedAs,
  signIn,
  signOut,
} from '../../../accounts/sessions.ts'
import { addressOf, findSession, headersFor, sendCookies, sessionFor } from '../../guard/caller.ts'
import { bodyOf, line, password, type Takes } from '../../guard/input.ts'
import { markKnown } from '../../guard/known-device.ts'
import { guessed } from '../../guard/limits.ts'
import type { App, Ask, Room } from '../../ports.ts'
import { companyName } from '../state.ts'

const credentials = v.object({ email: line(254), password }) satisfies Takes<SignInRequest>
const change = v.object({ currentPassword: password, newPassword: password }) satisfies Takes<PasswordChange>
const DONE: Done = { done: true }

/** Signing in and out, and one's own password. */
export function sessionRoutes(app: App, room: Room): void {
  app.post('/api/auth/sign-in/email', async (c) => {
    const { email, password } = await bodyOf(c, credentials)
    return await guessed(room, c, email, () => welcome(room, c, email, password))
  })
  app.post('/api/auth/sign-out', async (c) => {
    const session = await findSession(room, c)
    if (session) await leave(room, c, session.account.user)
    return c.json(DONE)
  })
  app.post('/api/auth/change-password', async (c) => {
    const session = await sessionFor(room, c)
    const { currentPassword, newPassword } = await bodyOf(c, change)
    const { name, email } = session.account
    checkUnlike(newPassword, [await companyName(room), name, email])
    await guessed(room, c, email, () => changePassword(room.accounts, session, currentPassword, newPassword))
    return c.json(DONE)
  })
  app.post('/api/sign-out-everywhere', async (c) => {
    const { account } = await sessionFor(room, c)
    await leave(room, c, account.user)
    await endAllSessions(room.accounts, account.user)
    return c.json(DONE)
  })
}

/**
 * Signs in and answers with the account, or with the question for its second factor; also whoever has just set the
 * password, behind a link or at the first start.
 */
export async function welcome(room: Room, c: Ask, email: string, password: string): Promise<Response> {
  const { session, headers } = await signIn(room.accounts, email, password, headersFor(room, c))
  if (session) return await letIn(room, c, session, 'password')
  await endFormer(room.accounts, c.req.raw.headers)
  sendCookies(c, headers)
  return c.json({ secondFactor: true } satisfies SignInAnswer)
}

/** Answers whoever has signed in, and ends what the browser was signed in as before; `by` is for the log. */
export async function letIn(room: Room, c: Ask, { account, headers }: SignedAs, by: string): Promise<Response> {
  await endFormer(room.accounts, c.req.raw.headers)
  sendCookies(c, headers)
  await markKnown(room, c, account.email)
  room.log.info({ user: account.user, address: addressOf(room, c), by }, 'accounts: signed in')
  return c.json({ account } satisfies SignedIn)
}

/** Ends the session that asks. Its sockets close with all of the account's; the other devices' come back. */
async function leave(room: Room, c: Ask, user: string): Promise<void> {
  sendCookies(c, await signOut(room.accounts, c.req.raw.headers))
  await room.accounts.cuts.tell(user)
}
