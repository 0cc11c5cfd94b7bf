import type { Finding } from '../counterparties/finding.ts'
import type { CounterpartyService } from '../counterparties/service.ts'
import type { Account } from '../letters/accounts.ts'
import type { CheckAnswer } from '../letters/check.ts'
import type { CodeAnswer, CodeExchange } from '../letters/consent/exchange.ts'

/**
 * What agents do outside for somebody who waits for it at a form: the server itself reaches nobody. Over HTTP:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/agent/errands (service key) | | ErrandsAsked: at once, or when one is asked for |
 * | POST /api/agent/errands (service key) | ErrandDone | Done |
 */

/** What is asked, with its secrets, and what is answered, by kind. */
export interface Errands {
  /** An account of mail is tried. */
  readonly account: { readonly asked: Account<string>; readonly answer: CheckAnswer }
  /** Which hosts take the letters of a domain (MX), the preferred ones first. */
  readonly domain: { readonly asked: string; readonly answer: readonly string[] }
  /** What a person’s consent is exchanged for. */
  readonly code: { readonly asked: CodeExchange; readonly answer: CodeAnswer }
  /** What a service outside says of an INN. */
  readonly counterparty: {
    readonly asked: { readonly service: CounterpartyService<string>; readonly inn: string }
    readonly answer: Finding
  }
}
export type ErrandKind = keyof Errands

export type ErrandAsked = {
  [K in ErrandKind]: { readonly id: string; readonly kind: K; readonly asked: Errands[K]['asked'] }
}[ErrandKind]

export type ErrandDone = {
  [K in ErrandKind]: { readonly id: string; readonly kind: K; readonly answer: Errands[K]['answer'] }
}[ErrandKind]

export interface ErrandsAsked {
  readonly errands: readonly ErrandAsked[]
}

/** So long an errand is waited for, ms. */
export const ERRAND_WITHIN = 30_000
