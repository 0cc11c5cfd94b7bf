/**
 * How the company sends letters and SMS: one set of settings, kept by the server with its secrets sealed
 * (sync-server/sending/SPEC.md). As JSON over HTTP:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/agent/sending (service key) | | SendingSettings |
 * | GET /api/sending | | SendingView |
 * | PUT /api/sending | SendingChange | SendingView |
 */

/** `starttls`: the line begins plain and must become secret; `none` is for servers on the own network. */
export const TLS_MODES = ['tls', 'starttls', 'none'] as const
export type TlsMode = (typeof TLS_MODES)[number]

/** Ways of sending SMS, besides none. */
export const SMS_KINDS = ['smpp', 'http', 'smsru', 'smsc'] as const
export type SmsKind = (typeof SMS_KINDS)[number]

export const HTTP_METHODS = ['GET', 'POST', 'PUT'] as const
export type HttpMethod = (typeof HTTP_METHODS)[number]

/** The largest letter that mail servers mostly take, MB. */
export const LARGEST_LETTER_MB = 25

/** Settings with what stands in place of each secret: itself, whether it is set, or what it becomes. */
export interface Sending<Secret> {
  /** Null: the company sends no letters. */
  readonly mail: Mail<Secret> | null
  /** Null: the company sends no SMS. */
  readonly sms: Sms<Secret> | null
}

/** An SMTP server. */
export interface Mail<Secret> {
  readonly host: string
  readonly port: number
  readonly tls: TlsMode
  /** Empty: the server asks for no password. */
  readonly user: string
  readonly password: Secret
  readonly fromName: string
  readonly fromAddress: string
  /** The largest letter that it takes, MB; where nothing is said, LARGEST_LETTER_MB. */
  readonly mostMb?: number | undefined
}

export type Sms<Secret> = Smpp<Secret> | HttpSms<Secret> | SmsRu<Secret> | Smsc<Secret>

/** A gateway that speaks SMPP 3.4. */
export interface Smpp<Secret> {
  readonly kind: 'smpp'
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly systemId: string
  readonly password: Secret
  /** The number or name that an SMS comes from. */
  readonly sender: string
}

/** Any gateway that takes a request. Address, headers and body are templates: `{{to}}` (E.164), `{{digits}}` (without its +), `{{text}}`,
 * `{{sender}}`, `{{id}}`, `{{secret}}`. */
export interface HttpSms<Secret> {
  readonly kind: 'http'
  readonly url: string
  readonly method: HttpMethod
  readonly headers: readonly HttpHeader[]
  /** Empty: none. */
  readonly body: string
  /** What a good answer contains besides its status 2xx, or `$.path = value` of its JSON; empty: the status is enough. */
  readonly success: string
  readonly sender: string
  /** What stands as `{{secret}}` in the templates. */
  readonly secret: Secret
}

export interface HttpHeader {
  readonly name: string
  readonly value: string
}

export interface SmsRu<Secret> {
  readonly kind: 'smsru'
  /** Its `api_id`. */
  readonly secret: Secret
  readonly sender: string
}

export interface Smsc<Secret> {
  readonly kind: 'smsc'
  readonly login: string
  readonly password: Secret
  readonly sender: string
}

/** What sends: agents alone are told this. Secrets that are not set are empty. */
export type SendingSettings = Sending<string>

/** What the owner and admins see in place of a secret. */
export interface ShownSecret {
  readonly isSet: boolean
}

export interface SendingView {
  readonly settings: Sending<ShownSecret>
  /** Who changed them last, by account, and when, ms since 1970; null: nobody has. */
  readonly changed: { readonly at: number; readonly by: string } | null
  /** Secrets are kept that this server cannot open: its key is not the one that sealed them. They are to be given anew. */
  readonly isLocked: boolean
}

/** All settings anew. A secret that is null stays as it is, as long as it goes where it went; an empty one is removed. */
export type SendingChange = Sending<string | null>

/** Nothing is sent until somebody says how. */
export const NO_SENDING: Sending<never> = { mail: null, sms: null }
