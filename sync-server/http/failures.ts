import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { FailureBody } from '../../shared/accounts/api.ts'
import { Failure, type FailureCode } from '../../shared/errors.ts'
import type { Ask, Room } from './ports.ts'

/** The status of each failure that a request may answer; any other is a command's refusal, 422. */
const STATUS: { readonly [code in FailureCode]?: ContentfulStatusCode } = {
  'request-shape': 400,
  'sign-in-wrong': 401,
  'sign-in-needed': 401,
  'password-wrong': 401,
  'code-wrong': 401,
  'code-late': 401,
  'code-used': 401,
  'passkey-wrong': 401,
  'passkey-late': 401,
  'role-forbids': 403,
  'second-factor-required': 403,
  'passkey-needed': 403,
  'setup-code-wrong': 403,
  'pairing-code-wrong': 403,
  'origin-foreign': 403,
  'account-disabled': 403,
  'account-unknown': 404,
  'passkey-unknown': 404,
  'invitation-unknown': 404,
  'replica-unknown': 404,
  'device-unknown': 404,
  'device-wiped': 403,
  'calendar-unknown': 404,
  'record-missing': 404,
  'mail-ledger-account': 404,
  'document-unknown': 404,
  'route-unknown': 404,
  'sending-locked': 409,
  'errand-unanswered': 503,
  'mail-consent-late': 410,
  'mail-consent-foreign': 403,
  'mail-consent-unreachable': 503,
  'company-exists': 409,
  'email-taken': 409,
  'second-factor-on': 409,
  'second-factor-off': 409,
  'second-factor-own': 409,
  'second-factor-last': 409,
  'last-owner': 409,
  'person-taken': 409,
  'invitation-expired': 410,
  'reset-expired': 410,
  'upload-unknown': 404,
  'file-not-here': 404,
  'file-differs': 422,
  'file-too-large': 413,
  'file-no-room': 507,
  'request-too-large': 413,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  'server-failed': 500,
  'storage-failed': 503,
  'bridge-away': 503,
}

/** The answer to a request that failed; what is no failure of the closed list is logged and answered as ours. */
export function answerFailure({ log, figures }: Pick<Room, 'log' | 'figures'>, error: unknown, c: Ask): Response {
  const failure = error instanceof Failure ? error : new Failure('server-failed', {}, { cause: error })
  figures.failed(failure.code)
  const status = STATUS[failure.code] ?? 422
  const seen = { code: failure.code, method: c.req.method, route: routePath(c) }
  if (status >= 500) log.error({ ...seen, err: error }, 'http: a request failed')
  else log.info(seen, 'http: a request was refused')
  const { seconds } = failure.params
  if (seconds !== undefined) c.header('retry-after', String(seconds))
  const body: FailureBody = { code: failure.code, params: failure.params }
  return c.json(body, status)
}
