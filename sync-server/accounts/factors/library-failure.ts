import { APIError } from 'better-auth/api'
import { Failure, type FailureCode } from '../../../shared/errors.ts'
import { ACCOUNT_DISABLED } from '../store/auth.ts'

/** What the accounts' library refuses, by its own codes. */
const FAILURES: Readonly<Record<string, FailureCode>> = {
  [ACCOUNT_DISABLED]: 'account-disabled',
  INVALID_PASSWORD: 'password-wrong',
  INVALID_CODE: 'code-wrong',
  INVALID_BACKUP_CODE: 'code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'code-late',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'code-late',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many-attempts',
  TOTP_ALREADY_ENABLED: 'second-factor-on',
  TOTP_NOT_ENABLED: 'second-factor-off',
  TWO_FACTOR_NOT_ENABLED: 'second-factor-off',
  BACKUP_CODES_NOT_ENABLED: 'second-factor-off',
  CHALLENGE_NOT_FOUND: 'passkey-late',
  PASSKEY_NOT_FOUND: 'passkey-unknown',
  AUTHENTICATION_FAILED: 'passkey-wrong',
  FAILED_TO_VERIFY_REGISTRATION: 'passkey-wrong',
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: 'passkey-wrong',
}

/** Throws what the library refused as a failure of the closed list; `otherwise` where it has no code that we know. */
export function refusedBy(otherwise: FailureCode): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof APIError)) throw error
    const known = FAILURES[String(error.body?.code)]
    if (known === undefined && error.statusCode >= 500) throw error
    throw new Failure(known ?? otherwise, {}, { cause: error })
  }
}
