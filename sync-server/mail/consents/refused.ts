import { createHash } from 'node:crypto'
import { Failure, type FailureCode } from '../../../shared/errors.ts'
import type { CodeAnswer, CodeTrouble } from '../../../shared/letters/consent/exchange.ts'
import type { Returned } from '../../../shared/letters/consent/places.ts'

/** So much is told of what a service says, in signs. */
const LONGEST = 300

const BY_TROUBLE: Readonly<Record<CodeTrouble, FailureCode>> = {
  client: 'mail-consent-client',
  redirect: 'mail-consent-redirect',
  code: 'mail-consent-code',
  noRefresh: 'mail-consent-no-refresh',
  unreachable: 'mail-consent-unreachable',
  other: 'mail-consent-refused',
}

/** Errors where consent is asked for (RFC 6749, 4.1.2.1), and what services say besides. */
const BY_ERROR: Readonly<Record<string, FailureCode>> = {
  access_denied: 'mail-consent-declined',
  consent_required: 'mail-consent-declined',
  unauthorized_client: 'mail-consent-client',
  invalid_client: 'mail-consent-client',
  redirect_uri_mismatch: 'mail-consent-redirect',
}

/** Why a code gave nothing. */
export function failureOfCode({ trouble, said }: Extract<CodeAnswer, { trouble: CodeTrouble }>, redirect: string) {
  return failure(BY_TROUBLE[trouble], said, redirect)
}

/** Why there is no code. */
export function failureOfReturn({ error, said }: Returned, redirect: string): Failure {
  if (error === null) return new Failure('mail-consent-code')
  return failure(BY_ERROR[error] ?? 'mail-consent-refused', said, redirect)
}

function failure(code: FailureCode, said: string, address: string): Failure {
  return new Failure(code, { said: said.replaceAll(/\p{Cc}+/gu, ' ').slice(0, LONGEST), address })
}

/** S256 of a verifier (RFC 7636, 4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
