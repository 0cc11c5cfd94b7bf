import type { OAuth } from '../accounts.ts'

/**
 * Consent to mail by a link (OAuth 2, the code with PKCE; sync-server/mail/accounts/SPEC.md). As JSON over HTTP:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | POST /api/mail/consents | ConsentAsked | ConsentBegun |
 * | GET /api/mail/consents/:id | | ConsentState: at once when it is given, else after a while; the Failure that it ended with |
 * | POST /api/mail/consents/:id | ConsentPasted | ConsentState, as above |
 * | GET /api/mail/consent?state&code, or error | | a page for the person, to which the service leads back |
 */

/** Where a service asks for consent and gives tokens, and what is asked for, as it names it. */
export interface ConsentPlace {
  readonly authUrl: string
  readonly tokenUrl: OAuth['tokenUrl']
  readonly scope: string
}

/** `here`: to the program. `pasted`: to where nothing of ours is; the person brings the address, or the code, from there. */
export const RETURN_WAYS = ['here', 'pasted'] as const
export type ReturnWay = (typeof RETURN_WAYS)[number]

export interface ConsentAsked extends ConsentPlace, Pick<OAuth, 'clientId' | 'clientSecret'> {
  /** The id of the account that it is for; it may be a new one. A client that is empty is the one kept there, or the company’s. */
  readonly account: string
  readonly isCompanys: boolean
  /** Whose mail it is, told to the service. */
  readonly address: string
  readonly returns: ReturnWay
}

export interface ConsentBegun {
  readonly id: string
  /** The page of the service. */
  readonly url: string
}

export interface ConsentPasted {
  /** The address that the browser was led to, or the code alone. */
  readonly pasted: string
}

export interface ConsentState {
  readonly isGiven: boolean
}

/** Where the program is led back to, behind its address. */
export const CONSENT_PATH = '/api/mail/consent'

/** Consent is given within this time, ms. */
export const CONSENT_WITHIN = 10 * 60_000
