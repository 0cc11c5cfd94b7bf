import * as v from 'valibot'
import type { CodeAnswer, CodeExchange, CodeTrouble } from '../../../shared/letters/consent/exchange.ts'
import { MailFault } from '../imap/fault.ts'
import { askToken, WITHIN } from './ask-token.ts'

/** So much is told of what a service says, in signs. */
const LONGEST = 300

const granted = v.object({ access_token: v.string(), refresh_token: v.optional(v.string(), '') })
const refused = v.object({ error: v.string(), error_description: v.optional(v.string(), '') })

/** The errors of RFC 6749, 5.2, and what services say besides. */
const TROUBLES: Readonly<Record<string, CodeTrouble>> = {
  invalid_client: 'client',
  unauthorized_client: 'client',
  redirect_uri_mismatch: 'redirect',
  invalid_grant: 'code',
  bad_verification_code: 'code',
}

/** What a person’s consent is worth: the refresh token, or why there is none (sync-server/mail/accounts/SPEC MA16). */
export async function exchangeCode(exchange: CodeExchange, within = WITHIN): Promise<CodeAnswer> {
  const { tokenUrl, code, verifier, redirect, clientId, clientSecret } = exchange
  const asked = { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier }
  try {
    const client = { client_id: clientId, client_secret: clientSecret }
    const { ok, body } = await askToken(tokenUrl, { ...asked, ...client }, within)
    return ok ? grantIn(body) : refusalIn(body)
  } catch (error) {
    if (!(error instanceof MailFault)) throw error
    return { trouble: 'unreachable', said: error.message.slice(0, LONGEST) }
  }
}

function grantIn(body: unknown): CodeAnswer {
  const { success, output } = v.safeParse(granted, body)
  if (!success) return refusalIn(body)
  return output.refresh_token === '' ? { trouble: 'noRefresh', said: '' } : { refreshToken: output.refresh_token }
}

/** Of an answer that is none of OAuth 2 nothing is told: it may be of a server that is nobody's business. */
function refusalIn(body: unknown): CodeAnswer {
  const { success, output } = v.safeParse(refused, body)
  if (!success) return { trouble: 'unreachable', said: 'the answer of the service is none of OAuth 2' }
  const { error, error_description: why } = output
  // Most name a wrong address by the error of something else.
  const trouble = /redirect/i.test(why) ? 'redirect' : (TROUBLES[error] ?? 'other')
  const said = [error, why]
    .filter(Boolean)
    .join(': ')
    .replaceAll(/\p{Cc}+/gu, ' ')
  return { trouble, said: said.slice(0, LONGEST) }
}
