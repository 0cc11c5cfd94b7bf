import { APIError } from 'better-auth/api'
import type { Account } from '../../shared/accounts/api.ts'
import { Failure } from '../../shared/errors.ts'
import type { Base } from './base.ts'
import { hashPassword, setPassword } from './members.ts'
import { ACCOUNT_DISABLED } from './store/auth.ts'
import { accountOf, emailOf, findByEmail } from './store/rows.ts'

/** An account, and the headers that set or renew its session's cookie. */
export interface Session {
  readonly account: Account
  readonly headers: Headers
  /** What names the session among the account's others. */
  readonly token: string
}

/**
 * The session that a request's cookie stands for, or null. `renew`: a day after its last renewal its time begins anew;
 * only where the answer carries the renewed cookie back, which a socket's upgrade does not.
 */
export async function sessionOf({ auth }: Base, headers: Headers, renew: boolean): Promise<Session | null> {
  const query = { disableRefresh: !renew }
  const { response, headers: answer } = await auth.api.getSession({ headers, query, returnHeaders: true })
  if (!response || response.user.disabled) return null
  return {
    account: accountOf({ ...response.user, person: response.user.person ?? null }),
    headers: answer,
    token: response.session.token,
  }
}

/** Signs in. Failures: sign-in-wrong, account-disabled. */
export async function signIn(
  { auth, context }: Base,
  email: string,
  password: string,
  headers: Headers,
): Promise<Session> {
  const body = { email: emailOf(email), password }
  const signed = await auth.api.signInEmail({ body, headers, returnHeaders: true }).catch(refusalOf)
  const user = await findByEmail(context.adapter, email)
  if (!user) throw new Failure('account-unknown')
  return { account: accountOf(user), headers: signed.headers, token: signed.response.token }
}

function refusalOf(error: unknown): never {
  if (!(error instanceof APIError) || error.statusCode >= 500) throw error
  throw new Failure(error.body?.code === ACCOUNT_DISABLED ? 'account-disabled' : 'sign-in-wrong', {}, { cause: error })
}

/** Ends the session; gives the headers that take its cookie away. */
export async function signOut({ auth }: Base, headers: Headers): Promise<Headers> {
  return (await auth.api.signOut({ headers, returnHeaders: true })).headers
}

/** Changes the password of who is signed in, and ends the account's other sessions. Failures: sign-in-wrong, password-weak. */
export async function changePassword(base: Base, session: Session, current: string, next: string): Promise<void> {
  const { user } = session.account
  const known = await passwordOf(base, user)
  if (!(await base.context.password.verify({ hash: known, password: current }))) throw new Failure('sign-in-wrong')
  const hash = await hashPassword(base, next)
  await base.context.adapter.transaction((store) => setPassword(base, store, user, hash, session.token))
  await base.cuts.tell(user)
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
