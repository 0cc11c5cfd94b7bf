import type { SecondFactorStart } from '../../../shared/accounts/api.ts'
import type { Role } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Base } from '../base.ts'
import { checkManage } from '../people/members.ts'
import { endSession, type SignedAs, signedAs } from '../sessions.ts'
import { type UserRow, userBy } from '../store/rows.ts'
import { hashOf } from '../store/tokens.ts'
import { tidyCode } from './backup-codes.ts'
import { refusedBy } from './library-failure.ts'
import { checkNotLast } from './requirement.ts'

/** A code of the phone would be right for so long, ms: its own 30 seconds, and those before and behind. */
const CODE_LIVES = 90_000

/**
 * Begins to switch the second factor on: gives the secret, as the address that a phone reads as a picture, and the
 * backup codes. It holds once `confirmSecondFactor` got a code. Failures: password-wrong, second-factor-on.
 */
export async function beginSecondFactor(
  { auth }: Base,
  headers: Headers,
  password: string,
  issuer: string,
): Promise<SecondFactorStart> {
  const body = { password, issuer, method: 'totp' as const }
  const given = await auth.api.enableTwoFactor({ headers, body }).catch(refusedBy('password-wrong'))
  if (given.method !== 'totp') throw new Failure('server-failed')
  return { uri: given.totpURI, backupCodes: given.backupCodes }
}

/** The phone gives right codes: from now on signing in asks for them. The session goes on under a new cookie. Failures: code-wrong, code-used. */
export async function confirmSecondFactor(base: Base, headers: Headers, typed: string): Promise<Headers> {
  const { code } = tidyCode(typed)
  const answer = await base.auth.api
    .verifyTOTP({ headers, body: { code }, returnHeaders: true })
    .catch(refusedBy('code-wrong'))
  await useUp(base, answer.response.user.id, code)
  return answer.headers
}

/** Switches it off. Failures: password-wrong, second-factor-off, second-factor-last. */
export async function endSecondFactor(base: Base, user: string, headers: Headers, password: string): Promise<Headers> {
  await checkNotLast(base, user, 'code')
  const answer = await base.auth.api
    .disableTwoFactor({ headers, body: { password }, returnHeaders: true })
    .catch(refusedBy('password-wrong'))
  return answer.headers
}

/** Fresh backup codes; the earlier ones work no longer. Failures: password-wrong, second-factor-off. */
export async function newBackupCodes({ auth }: Base, headers: Headers, password: string): Promise<readonly string[]> {
  const { backupCodes } = await auth.api
    .generateBackupCodes({ headers, body: { password } })
    .catch(refusedBy('password-wrong'))
  return backupCodes
}

/**
 * The second step of signing in: a code from the phone, 30 seconds early or late, or a backup code; either is used up.
 * Failures: code-wrong, code-used, code-late (the password was given too long ago), too-many-attempts.
 */
export async function passSecondFactor(base: Base, headers: Headers, typed: string): Promise<SignedAs> {
  const { code, isBackup } = tidyCode(typed)
  const { verifyBackupCode, verifyTOTP } = base.auth.api
  const verify = isBackup ? verifyBackupCode : verifyTOTP
  const answer = await verify({ headers, body: { code }, returnHeaders: true }).catch(refusedBy('code-wrong'))
  const { user, token } = answer.response
  if (!isBackup) await useUp(base, user.id, code).catch((error) => endSession(base, token ?? '', error))
  return await signedAs(base, user.id, answer.headers)
}

/**
 * Takes a code of the phone from the account, at whichever server: the library takes it as often as it is right. Failure
 * code-used where that has been done before.
 */
async function useUp({ context }: Base, user: string, code: string): Promise<void> {
  const identifier = `used ${hashOf(`${user} ${code}`)}`
  const expiresAt = new Date(Date.now() + CODE_LIVES)
  const isFirst = await context.internalAdapter.reserveVerificationValue({ identifier, value: user, expiresAt })
  if (!isFirst) throw new Failure('code-used')
}

/** How many backup codes an account has left that has its second factor on. */
export async function backupCodesLeft({ auth }: Base, user: string): Promise<number> {
  return (await auth.api.viewBackupCodes({ body: { userId: user } })).backupCodes.length
}

/** Forgets an account's second factor and passkeys: for whoever has lost the phone. Failures: account-unknown, role-forbids. */
export async function resetFactors({ context: { adapter } }: Base, by: Role, id: string): Promise<UserRow> {
  return await adapter.transaction(async (store) => {
    const user = await userBy(store, id)
    checkManage(by, user)
    await store.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: id }] })
    await store.deleteMany({ model: 'passkey', where: [{ field: 'userId', value: id }] })
    const update = { twoFactorEnabled: false, updatedAt: new Date() }
    await store.updateMany({ model: 'user', where: [{ field: 'id', value: id }], update })
    return user
  })
}
