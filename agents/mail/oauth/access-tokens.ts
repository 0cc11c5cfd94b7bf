import * as v from 'valibot'
import type { Account, OAuth } from '../../../shared/letters/accounts.ts'
import type { Pass } from '../imap/connect.ts'
import { MailFault } from '../imap/fault.ts'
import { askToken, WITHIN } from './ask-token.ts'

/** A token is had anew so long before it ends, ms. */
const EARLY = 60_000
/** Where the service does not say how long a token lasts, ms. */
const LASTS = 600_000

interface Token {
  readonly text: string
  /** Until when it is taken for good, ms of this process. */
  readonly until: number
}

const oauth = v.object({
  refreshToken: v.string(),
  clientId: v.string(),
  clientSecret: v.string(),
  tokenUrl: v.string(),
})
const granted = v.object({ access_token: v.string(), expires_in: v.optional(v.number()) })
const refused = v.object({ error: v.string(), error_description: v.optional(v.string(), '') })

/** The token of one account, for who signs in again and again. */
export interface Access {
  /** MailFault as `passOf`. */
  readonly token: () => Promise<string>
  /** It is not taken any more. */
  readonly forget: () => void
}

/** Access tokens of accounts, had by their refresh tokens (RFC 6749, 6) and kept in memory alone (SPEC MA13). */
export class AccessTokens {
  readonly #kept = new Map<string, Promise<Token>>()
  readonly #within: number

  constructor(within = WITHIN) {
    this.#within = within
  }

  /** By what an account signs in. MailFault: `refused` where access was taken back, `unreachable` where it is to be tried again. */
  async passOf({ password, oauth: text }: Pick<Account<string>, 'password' | 'oauth'>): Promise<Pass> {
    if (text === '') return { password }
    return { accessToken: (await this.#tokenOf(text)).text }
  }

  /** The server does not take the token any more, before its time. */
  forget({ oauth: text }: Pick<Account<string>, 'oauth'>): void {
    this.#kept.delete(text)
  }

  /** The token of one account with OAuth. */
  accessTo(account: Pick<Account<string>, 'oauth'>): Access {
    return { token: async () => (await this.#tokenOf(account.oauth)).text, forget: () => this.forget(account) }
  }

  async #tokenOf(text: string): Promise<Token> {
    const kept = this.#kept.get(text)
    const token = await kept
    if (token && token.until > performance.now()) return token
    // Of several that ask at once one refreshes.
    const other = this.#kept.get(text)
    if (other && other !== kept) return await other
    const fresh = this.#refresh(text)
    this.#kept.set(text, fresh)
    fresh.catch(() => this.#kept.get(text) === fresh && this.#kept.delete(text))
    return await fresh
  }

  async #refresh(text: string): Promise<Token> {
    // Checked as it was kept (sync-server/mail/accounts/SPEC MA8).
    const settings: OAuth = v.parse(oauth, JSON.parse(text))
    const { tokenUrl, refreshToken, clientId, clientSecret } = settings
    const asked = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId }
    const { ok, body } = await askToken(tokenUrl, { ...asked, client_secret: clientSecret }, this.#within)
    const given = v.safeParse(granted, body)
    if (ok && given.success) {
      const { access_token, expires_in } = given.output
      const lasts = expires_in === undefined ? LASTS : expires_in * 1000 - EARLY
      return { text: access_token, until: performance.now() + lasts }
    }
    throw faultOf(body)
  }
}

/** Those of this process: each is had once, whoever works with its account. */
export const tokens = new AccessTokens()

/** `invalid_grant`: access was taken back, or has ended; what is wrong with the client only its keeper mends. */
function faultOf(body: unknown): MailFault {
  const { success, output } = v.safeParse(refused, body)
  if (!success) return new MailFault('unreachable', 'the answer of the service is none of OAuth 2')
  const { error, error_description } = output
  const isFinal = ['invalid_grant', 'invalid_client', 'unauthorized_client'].includes(error)
  return new MailFault(isFinal ? 'refused' : 'unreachable', [error, error_description].filter(Boolean).join(': '))
}
