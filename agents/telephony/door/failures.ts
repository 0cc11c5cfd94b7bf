import type { FailureBody, Language } from '../../../shared/accounts/api.ts'
import { Failure, type FailureCode } from '../../../shared/errors.ts'
import { errors as en } from '../../../shared/locales/en/errors.ts'
import { fill } from '../../../shared/locales/fill.ts'
import { errors as ru } from '../../../shared/locales/ru/errors.ts'
import type { AgentGround } from '../../runtime/agent.ts'

/** The status of each failure of the bridge; any other is ours, and may be tried again. */
const STATUS: { readonly [code in FailureCode]?: number } = {
  'request-shape': 400,
  'phone-key-needed': 401,
  'phone-key-wrong': 401,
  'phone-signature-needed': 401,
  'phone-signature-wrong': 401,
  'phone-clock-off': 401,
  'phone-off': 403,
  'phone-replayed': 409,
  'request-too-large': 413,
  'too-many-requests': 429,
  'record-missing': 404,
  'document-unknown': 404,
  'route-unknown': 404,
  'server-failed': 500,
}
/** What passes by itself is tried again behind this, s. */
const AGAIN = 5

const SENTENCES = { ru, en }

/** What a phone is told of a failure. */
export interface PhoneFailure extends FailureBody {
  /** In the company's language. */
  readonly sentence: string
}

interface Teller {
  readonly log: AgentGround['log']
  readonly language: () => Language
}

/** The answer to a request that failed; what is no failure of the closed list is logged and answered as ours. */
export function answerFailure({ log, language }: Teller, error: unknown): Response {
  const failure = error instanceof Failure ? error : new Failure('server-failed', {}, { cause: error })
  const status = STATUS[failure.code] ?? 503
  if (status >= 500) log.error({ code: failure.code, err: error }, 'phone: a request failed')
  else log.info({ code: failure.code }, 'phone: a request was refused')
  const { seconds = status === 503 ? AGAIN : undefined } = failure.params
  const headers = { 'cache-control': 'no-store', ...(seconds !== undefined && { 'retry-after': String(seconds) }) }
  return Response.json(told(failure, language()), { status, headers })
}

function told({ code, params }: Failure, language: Language): PhoneFailure {
  return { code, params, sentence: fill(SENTENCES[language][code], params) }
}
