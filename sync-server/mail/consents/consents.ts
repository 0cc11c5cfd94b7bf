import { randomBytes } from 'node:crypto'
import { Failure } from '../../../shared/errors.ts'
import type { AccountAsked, AccountChange, OAuth, OAuthRenewed } from '../../../shared/letters/accounts.ts'
import {
  CONSENT_WITHIN,
  type ConsentAsked,
  type ConsentBegun,
  type ConsentState,
} from '../../../shared/letters/consent/consent.ts'
import type { OAuthClient } from '../../../shared/letters/consent/exchange.ts'
import { consentUrl, type Returned, redirectOf } from '../../../shared/letters/consent/places.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
import type { Errands } from '../../effects/errands.ts'
import { comes } from '../../effects/news.ts'
import { challengeOf, failureOfCode, failureOfReturn } from './refused.ts'

/** So long what was given waits for its account to be kept, ms. */
const KEPT_WITHIN = 60 * 60_000
/** A person begins anew now and then; of more the oldest are forgotten. */
const MOST_OF_ONE = 20

/** For whom, and for which account. */
interface Bound {
  readonly user: string
  readonly account: string
  readonly isCompanys: boolean
}

interface Consent extends Bound {
  readonly id: string
  readonly state: string
  readonly verifier: string
  readonly redirect: string
  readonly client: OAuthClient & Pick<OAuth, 'tokenUrl'>
  /** When it began, ms since 1970. */
  readonly at: number
  /** A code came, or a refusal: none is taken again. */
  isUsed: boolean
  /** Resolves when it has ended, one way or the other. */
  readonly over: PromiseWithResolvers<void>
  ended: { readonly oauth: OAuth } | { readonly failure: unknown } | null
}

interface Beginning extends Omit<ConsentAsked, 'clientId' | 'clientSecret'> {
  readonly user: string
  readonly client: OAuthClient
  /** The program’s address, as the person has it. */
  readonly origin: string
}

/** Consents of people to mail, from the link until the account is kept (SPEC MA15 to MA18). They stand in memory alone, as their secrets do. */
export class Consents {
  readonly #all = new Map<string, Consent>()
  readonly #errands: Pick<Errands, 'ask'>
  readonly #now: () => number

  constructor(errands: Pick<Errands, 'ask'>, now: () => number = Date.now) {
    this.#errands = errands
    this.#now = now
  }

  /** Gives the page where the service asks for it. */
  begin({ user, account, isCompanys, client, origin, ...asked }: Beginning): ConsentBegun {
    this.#forgetOld(user)
    const { returns, authUrl, tokenUrl, scope, address } = asked
    const [id, state, verifier] = [newEntryId(), secretText(), secretText()]
    const redirect = redirectOf(returns, origin, authUrl)
    const over = Promise.withResolvers<void>()
    const bound = { user, account, isCompanys }
    const made = { id, state, verifier, redirect, client: { ...client, tokenUrl }, at: this.#now() }
    this.#all.set(id, { ...bound, ...made, isUsed: false, over, ended: null })
    const challenge = challengeOf(verifier)
    return { id, url: consentUrl({ authUrl, clientId: client.clientId, scope, redirect, state, challenge, address }) }
  }

  /** The service has led the person back. Failures of SPEC MA17, MA18. */
  async returned(returned: Returned, user: string): Promise<void> {
    const consent = [...this.#all.values()].find(({ state }) => state === returned.state)
    if (!consent) throw new Failure('mail-consent-late')
    if (consent.user !== user) throw new Failure('mail-consent-foreign')
    await this.#redeem(consent, returned)
  }

  /** He has brought by hand what the service gave; a code alone says no state, and is good for who began this one. Failures as above. */
  async brought(id: string, returned: Returned, user: string): Promise<ConsentState> {
    const consent = this.#of(id, user)
    if (returned.state !== null && returned.state !== consent.state) throw new Failure('mail-consent-foreign')
    await this.#redeem(consent, returned)
    return { isGiven: true }
  }

  /** Whether it is given; where nothing is known yet it waits so long, ms, unless who asked is gone. The failure that it ended with. */
  async stateOf(id: string, user: string, wait: number, gone: AbortSignal): Promise<ConsentState> {
    const consent = this.#of(id, user)
    await comes(consent.over.promise, wait, gone)
    if (consent.ended && 'failure' in consent.ended) throw consent.ended.failure
    return { isGiven: consent.ended !== null }
  }

  /** A change with what consent gave for it. Failure mail-consent-late where that is not there, or for somebody or something else. */
  filled({ consent: id, ...change }: AccountAsked, account: string, user: string): AccountChange {
    if (id === undefined) return change
    const consent = this.#of(id, user)
    const isFor = consent.account === account && consent.isCompanys === change.isCompanys
    if (!isFor || consent.ended === null || 'failure' in consent.ended) throw new Failure('mail-consent-late')
    return { ...change, password: '', oauth: JSON.stringify(consent.ended.oauth) }
  }

  /** A service has put another refresh token in the place of one that was tried before its account is kept (SPEC MA21). */
  renewed({ was, now }: OAuthRenewed): void {
    for (const consent of this.#all.values()) {
      const isOf = consent.ended !== null && 'oauth' in consent.ended && JSON.stringify(consent.ended.oauth) === was
      // Checked as it was told.
      if (isOf) consent.ended = { oauth: JSON.parse(now) as OAuth }
    }
  }

  /** Its account is kept. */
  forget(id: string | undefined): void {
    if (id !== undefined) this.#all.delete(id)
  }

  #of(id: string, user: string): Consent {
    const consent = this.#all.get(id)
    if (consent?.user !== user || this.#isOld(consent)) throw new Failure('mail-consent-late')
    return consent
  }

  async #redeem(consent: Consent, returned: Returned): Promise<void> {
    if (consent.isUsed || this.#isOld(consent)) throw new Failure('mail-consent-late')
    consent.isUsed = true
    try {
      consent.ended = { oauth: await this.#exchanged(consent, returned) }
    } catch (failure) {
      consent.ended = { failure }
      throw failure
    } finally {
      consent.over.resolve()
    }
  }

  async #exchanged({ client, verifier, redirect }: Consent, returned: Returned): Promise<OAuth> {
    const { code } = returned
    if (code === null || returned.error !== null) throw failureOfReturn(returned, redirect)
    const answer = await this.#errands.ask('code', { ...client, code, verifier, redirect })
    if ('trouble' in answer) throw failureOfCode(answer, redirect)
    return { ...client, refreshToken: answer.refreshToken }
  }

  #isOld({ at, ended }: Consent): boolean {
    return this.#now() - at > (ended === null ? CONSENT_WITHIN : KEPT_WITHIN)
  }

  #forgetOld(user: string): void {
    for (const consent of this.#all.values()) if (this.#isOld(consent)) this.#all.delete(consent.id)
    const own = [...this.#all.values()].filter((consent) => consent.user === user)
    for (const { id } of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) this.#all.delete(id)
  }
}

/** Cannot be guessed, and is as long as RFC 7636, 4.1 wants it. */
function secretText(): string {
  return randomBytes(32).toString('base64url')
}
