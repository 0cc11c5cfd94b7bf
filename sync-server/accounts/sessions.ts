import type { Account } from '../../shared/accounts/api.ts'
import { Failure } from '../../shared/errors.ts'
import type { Base } from './base.ts'
import { refusedBy } from './factors/library-failure.ts'
import { checkPasswordAlone, dueOf } from './factors/requirement.ts'
import { hashPassword, setPassword } from './people/members.ts'
import { accountOf, emailOf, userBy } from './store/rows.ts'

/** An account, and the headers that set or renew its session's cookie. */
export interface SignedAs {
  readonly account: Account
  readonly headers: Headers
}

/** The session that a request stands on. */
export interface Session extends SignedAs {
  /** What names the session among the account's others. */
  readonly token: string
  /** The device that it was begun on, by its replica; null until that has connected. */
  readonly device: string | null
  /** By when its account must have a second factor, ms; null where it has one, or needs none. */
  readonly due: number | null
}

/**
 * The session that a request's cookie stands for, or null. `renew`: a day after its last renewal its time begins anew;
 * only where the answer carries the renewed cookie back, which a socket's upgrade does not.
 */
export async function sessionOf(base: Base, headers: Headers, renew: boolean): Promise<Session | null> {
  const query = { disableRefresh: !renew }
  const { response, headers: answer } = await base.auth.api.getSession({ headers, query, returnHeaders: true })
  if (!response || response.user.disabled) return null
  return {
    account: accountOf({ ...response.user, person: response.user.person ?? null }),
    headers: answer,
    token: response.session.token,
    device: response.session.device ?? null,
    due: await dueOf(base, response.user, response.session.createdAt),
  }
}

/** What a right password leads to: a session, or the question for the second factor, which the headers carry. */
export interface Arrival {
  readonly session: SignedAs | null
  readonly headers: Headers
}

/** Signs in by e-mail and password. Failures: sign-in-wrong, account-disabled, passkey-needed. */
export async function signIn(base: Base, email: string, password: string, headers: Headers): Promise<Arrival> {
  const body = { email: emailOf(email), password }
  const signed = await base.auth.api
    .signInEmail({ body, headers, returnHeaders: true })
    .catch(refusedBy('sign-in-wrong'))
  // The library's types know of its own answer only; its second factor answers in place of it.
  const answer: { readonly user?: { readonly id: string }; readonly token?: string } = signed.response
  if (answer.user === undefined || answer.token === undefined) return { session: null, headers: signed.headers }
  await checkPasswordAlone(base, answer.user.id).catch((error) => endSession(base, answer.token ?? '', error))
  return { session: await signedAs(base, answer.user.id, signed.headers), headers: signed.headers }
}

/** Ends a session that nobody has been given yet, and says why. */
export async function endSession(base: Base, token: string, why: unknown): Promise<never> {
  await dropSession(base, token)
  throw why
}

async function dropSession({ context }: Base, token: string): Promise<void> {
  await context.adapter.deleteMany({ model: 'session', where: [{ field: 'token', value: token }] })
}

/** Ends the session that a browser stood on until it signed in anew. */
export async function endFormer(base: Base, headers: Headers): Promise<void> {
  const former = await sessionOf(base, headers, false)
  if (!former) return
  await dropSession(base, former.token)
  await base.cuts.tell(former.account.user)
}

/** Who has just been signed in by the library. */
export async function signedAs({ context }: Base, user: string, headers: Headers): Promise<SignedAs> {
  return { account: accountOf(await userBy(context.adapter, user)), headers }
}

/** Ends the session; gives the headers that take its cookie away. */
export async function signOut({ auth }: Base, headers: Headers): Promise<Headers> {
  return (await auth.api.signOut({ headers, returnHeaders: true })).headers
}

/** Changes the password of who is signed in, and ends the account's other sessions. Failures: password-wrong, password-weak. */
export async function changePassword(base: Base, session: Session, current: string, next: string): Promise<void> {
  const { user } = session.account
  await checkOwnPassword(base, user, current)
  const hash = await hashPassword(base, next)
  await base.context.adapter.transaction((store) => setPassword(base, store, user, hash, session.token))
  await base.cuts.tell(user)
}

/** Whoever is signed in knows the password too: it is no session that was left open. Failure password-wrong. */
export async function checkOwnPassword(base: Base, user: string, password: string): Promise<void> {
  const hash = await passwordOf(base, user)
  if (!(await base.context.password.verify({ hash, password }))) throw new Failure('password-wrong')
}

async function passwordOf({ context: { adapter } }: Base, user: string): Promise<string> {
  const where = [
    { field: 'userId', value: user },
    { field: 'providerId', value: 'credential' },
  ]
  const row = await adapter.findOne<{ password: string }>({ model: 'account', where })
  if (!row) throw new Failure('account-unknown')
  return row.password
}

/** Ends all sessions of an account and closes its sockets. */
export async function endAllSessions({ context, cuts }: Base, user: string): Promise<void> {
  await cuts.endSessions(context.adapter, user)
  await cuts.tell(user)
}

/** Whoever is signed in proves his password once more. Failure password-wrong. */
export async function provePassword({ auth }: Base, headers: Headers, password: string): Promise<void> {
  await auth.api.verifyPassword({ headers, body: { password } }).catch(refusedBy('password-wrong'))
}
