import * as v from 'valibot'
import type { Account, OAuth, OAuthRenewed } from '../../../shared/letters/accounts.ts'
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
const granted = v.object({
  access_token: v.string(),
  expires_in: v.optional(v.number()),
  refresh_token: v.optional(v.string(), ''),
})
const refused = v.object({ error: v.string(), error_description: v.optional(v.string(), '') })

/** The token of one account, for who signs in again and again. */
export interface Access {
  /** MailFault as `passOf`. */
  readonly token: () => Promise<string>
  /** It is not taken any more. */
  readonly forget: () => void
}

/** One access, whatever its refresh token has become meanwhile. */
interface Line {
  /** OAuth as it is now, as JSON. */
  newest: string
  /** Texts by which it is known, the newest last. */
  readonly texts: string[]
  token: Promise<Token> | null
  /** One after the other: each says what it was before. */
  told: Promise<void>
}

/** An agent may hold an account as it was so many renewals ago. */
const MOST_TEXTS = 100

/** Access tokens of accounts, had by their refresh tokens (RFC 6749, 6) and kept in memory alone (SPEC MA13). */
export class AccessTokens {
  readonly #lines = new Map<string, Line>()
  readonly #within: number
  #tell: (renewed: OAuthRenewed) => Promise<void> = () => Promise.resolve()

  constructor(within = WITHIN) {
    this.#within = within
  }

  /** Who is told of refresh tokens that a service has put others in the place of (SPEC MA21). */
  onRenewed(tell: (renewed: OAuthRenewed) => Promise<void>): void {
    this.#tell = tell
  }

  /** By what an account signs in. MailFault: `refused` where access was taken back, `unreachable` where it is to be tried again. */
  async passOf({ password, oauth: text }: Pick<Account<string>, 'password' | 'oauth'>): Promise<Pass> {
    if (text === '') return { password }
    return { accessToken: (await this.#tokenOf(text)).text }
  }

  /** The server does not take the token any more, before its time. */
  forget({ oauth: text }: Pick<Account<string>, 'oauth'>): void {
    const line = this.#lines.get(text)
    if (line) line.token = null
  }

  /** The token of one account with OAuth. */
  accessTo(account: Pick<Account<string>, 'oauth'>): Access {
    return { token: async () => (await this.#tokenOf(account.oauth)).text, forget: () => this.forget(account) }
  }

  async #tokenOf(text: string): Promise<Token> {
    const line = this.#lineOf(text)
    const kept = line.token
    const token = await kept
    if (token && token.until > performance.now()) return token
    // Of several that ask at once one refreshes.
    if (line.token && line.token !== kept) return await line.token
    const fresh = this.#refresh(line)
    line.token = fresh
    fresh.catch(() => {
      if (line.token === fresh) line.token = null
    })
    return await fresh
  }

  #lineOf(text: string): Line {
    const line = this.#lines.get(text) ?? { newest: text, texts: [text], token: null, told: Promise.resolve() }
    this.#lines.set(text, line)
    return line
  }

  async #refresh(line: Line): Promise<Token> {
    // Checked as it was kept (sync-server/mail/accounts/SPEC MA8).
    const settings: OAuth = v.parse(oauth, JSON.parse(line.newest))
    const { tokenUrl, refreshToken, clientId, clientSecret } = settings
    const asked = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId }
    const { ok, body } = await askToken(tokenUrl, { ...asked, client_secret: clientSecret }, this.#within)
    const given = v.safeParse(granted, body)
    if (ok && given.success) {
      const { access_token, expires_in, refresh_token } = given.output
      if (refresh_token !== '' && refresh_token !== refreshToken) this.#renew(line, refresh_token)
      const lasts = expires_in === undefined ? LASTS : expires_in * 1000 - EARLY
      return { text: access_token, until: performance.now() + lasts }
    }
    throw faultOf(body)
  }

  #renew(line: Line, refreshToken: string): void {
    const was = line.newest
    const now = JSON.stringify({ ...JSON.parse(was), refreshToken })
    line.newest = now
    line.texts.push(now)
    this.#lines.set(now, line)
    for (const old of line.texts.splice(0, line.texts.length - MOST_TEXTS)) this.#lines.delete(old)
    line.told = line.told.then(() => this.#tell({ was, now }))
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
