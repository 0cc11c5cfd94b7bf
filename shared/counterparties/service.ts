/**
 * Services that are asked, each spoken with as its published pages say: `dadata`: `findById/party` of DaData; `egrul`: one that answers a
 * GET with the extract of the register (ЕГРЮЛ, ЕГРИП) as JSON.
 */
export const COUNTERPARTY_SERVICES = ['dadata', 'egrul'] as const
export type CounterpartyServiceKind = (typeof COUNTERPARTY_SERVICES)[number]

/** Where each is found, where nobody says otherwise; `{inn}` stands for the INN. */
export const SERVICE_URLS: Readonly<Record<CounterpartyServiceKind, string>> = {
  dadata: 'https://suggestions.dadata.ru/suggestions/api/4_1/rs/findById/party',
  egrul: 'https://egrul.org/{inn}.json',
}

/** How the company asks. `Secret`: its key; what stands in its place depends on who reads. */
export interface CounterpartyService<Secret> {
  readonly kind: CounterpartyServiceKind
  readonly url: string
  readonly key: Secret
  /** Each counterparty is asked for anew after so many days; 0: never by itself. */
  readonly days: number
  /** At most so many a day by itself: what is asked at forms comes beside. */
  readonly perDay: number
}

export const SERVICE_LIMITS = { days: 365, perDay: 10_000 } as const

/**
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/counterparties/service (owner, admin) | | ServiceView |
 * | PUT /api/counterparties/service (owner, admin) | ServiceChange, or null for none | ServiceView |
 * | POST /api/counterparties/find (who works) | `{ inn }` | Finding |
 * | GET /api/agent/counterparties/service (service key) | | HeldService |
 */
export interface ServiceView {
  readonly service: CounterpartyService<{ readonly isSet: boolean }> | null
  /** Its key was sealed elsewhere and cannot be opened here. */
  readonly isLocked: boolean
}

/** A null key: the one that stands, as long as it goes to the same host. */
export type ServiceChange = CounterpartyService<string | null>

export interface HeldService {
  readonly service: CounterpartyService<string> | null
}
