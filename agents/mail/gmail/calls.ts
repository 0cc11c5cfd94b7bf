import { setTimeout as after } from 'node:timers/promises'
import { auth, gmail, type gmail_v1 } from '@googleapis/gmail'
import type { OAuth } from '../../../shared/letters/accounts.ts'
import { fullJitter, type Patience } from '../../runtime/server/backoff.ts'
import { MailFault } from '../imap/fault.ts'

export interface GmailLine {
  readonly pass: OAuth
  /** Where the interface is, with its last slash; without it, at Google’s. */
  readonly rootUrl?: string | undefined
  /** Between tries of what was asked too often. */
  readonly patience?: Patience
}

/** So often it is asked again where it was asked too often, or the server stumbled. */
const TRIES = 6
const PATIENCE: Patience = { first: 1_000, most: 60_000 }
/** An answer is waited for so long, ms. */
const ANSWER = 120_000
const TOO_OFTEN = ['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'dailyLimitExceeded']
const STUMBLES = [500, 502, 503, 504]

/** What went wrong, as the library throws it. */
interface Thrown {
  readonly status?: number
  readonly response?: { readonly status?: number; readonly data?: unknown }
  readonly message?: string
}

interface Said {
  readonly status: number | undefined
  /** What Google calls it: `rateLimitExceeded`, `invalid_grant`. */
  readonly reasons: readonly string[]
  readonly message: string
}

/** One question; uploads take the options, whose address they do not know otherwise. */
type GmailCall<T> = (
  users: gmail_v1.Resource$Users,
  options: { readonly rootUrl?: string },
) => Promise<{ readonly data: T }>

/** Gmail’s interface: asks again where it was asked too often; what goes wrong is a MailFault. */
export class GmailCalls {
  readonly #users: gmail_v1.Resource$Users
  readonly #options: { readonly rootUrl?: string }
  readonly #patience: Patience

  constructor({ pass, rootUrl, patience = PATIENCE }: GmailLine) {
    this.#options = rootUrl === undefined ? {} : { rootUrl }
    const { clientId, clientSecret, refreshToken, tokenUrl } = pass
    const endpoints = { oauth2TokenUrl: tokenUrl }
    // A token may be taken back before it is over: then another is asked for.
    const client = new auth.OAuth2({ clientId, clientSecret, endpoints, forceRefreshOnFailure: true })
    client.setCredentials({ refresh_token: refreshToken })
    const api = gmail({ version: 'v1', auth: client, timeout: ANSWER, retry: false, ...this.#options })
    this.#users = api.users
    this.#patience = patience
  }

  /** Asks; gives what was answered. */
  async ask<T>(call: GmailCall<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return (await call(this.#users, this.#options)).data
      } catch (error) {
        const said = saidIn(error as Thrown)
        if (!isPassing(said) || tries + 1 >= TRIES) throw faultOf(said, error)
        await after(fullJitter(tries, this.#patience))
      }
    }
  }

  /** The same; null where there is no such thing any more. */
  async find<T>(call: GmailCall<T>): Promise<T | null> {
    try {
      return await this.ask(call)
    } catch (error) {
      if (error instanceof MailFault && error.kind === 'declined' && isGone(error.cause)) return null
      throw error
    }
  }
}

function isGone(cause: unknown): boolean {
  return saidIn(cause as Thrown).status === 404
}

function isPassing({ status, reasons }: Said): boolean {
  return status === 429 || STUMBLES.includes(status ?? 0) || reasons.some((one) => TOO_OFTEN.includes(one))
}

function faultOf(said: Said, cause: unknown): MailFault {
  const { status, reasons, message } = said
  const isRefused = status === 401 || status === 403 || reasons.some((one) => /^(invalid_|unauthorized_)/.test(one))
  if (status === undefined || isPassing(said)) return new MailFault('unreachable', message, { cause })
  return new MailFault(isRefused ? 'refused' : 'declined', message, { cause })
}

/** `{error: {code, message, errors: [{reason}]}}` of the interface, `{error: 'invalid_grant'}` of where tokens are had. */
function saidIn(thrown: Thrown): Said {
  const { response, message = '' } = thrown
  const status = response?.status ?? thrown.status
  const { error } = (response?.data ?? {}) as { readonly error?: unknown }
  if (typeof error === 'string') return { status, reasons: [error], message: error }
  const { errors, message: told } = (error ?? {}) as { readonly errors?: unknown; readonly message?: unknown }
  const reasons = Array.isArray(errors) ? errors.map((one: { readonly reason?: unknown }) => String(one?.reason)) : []
  return { status, reasons, message: typeof told === 'string' ? told : message }
}
