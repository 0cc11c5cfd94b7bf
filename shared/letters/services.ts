import type { Account, MailServer } from './accounts.ts'
import type { ConsentPlace } from './consent/consent.ts'

/** A server by its place, without a name under which one signs in. */
export type MailPlace = Omit<MailServer, 'user'>

/**
 * What a service wants first: `appPassword`: a password of its own for programs; `imapOn`: IMAP switched on in its settings; `oauth`:
 * no passwords at all.
 */
export const SERVICE_HINTS = ['appPassword', 'imapOn', 'oauth'] as const
export type ServiceHint = (typeof SERVICE_HINTS)[number]

/** How an account of a service is set, as far as the address tells. */
export interface ServiceServers {
  readonly receive: MailPlace
  readonly send: MailPlace
  readonly storesSent: Account<never>['storesSent']
  readonly hints: readonly ServiceHint[]
  /** Where its person’s consent and its tokens are had (OAuth 2); null: it gives none, as far as is known. */
  readonly oauth: ConsentPlace | null
}

const tls = (host: string, port: number): MailPlace => ({ host, port, tls: 'tls' })

/** Mail services whose servers are known; any others are typed in. */
export const SERVICES = {
  yandex: {
    receive: tls('imap.yandex.ru', 993),
    send: tls('smtp.yandex.ru', 465),
    storesSent: false,
    hints: ['imapOn', 'appPassword'],
    oauth: {
      authUrl: 'https://oauth.yandex.ru/authorize',
      tokenUrl: 'https://oauth.yandex.ru/token',
      scope: 'mail:imap_full mail:smtp',
    },
  },
  mailru: {
    receive: tls('imap.mail.ru', 993),
    send: tls('smtp.mail.ru', 465),
    storesSent: false,
    hints: ['appPassword'],
    oauth: {
      authUrl: 'https://oauth.mail.ru/login',
      tokenUrl: 'https://oauth.mail.ru/token',
      scope: 'openid mail.imap offline_access',
    },
  },
  rambler: {
    receive: tls('imap.rambler.ru', 993),
    send: tls('smtp.rambler.ru', 465),
    storesSent: false,
    hints: ['imapOn'],
    oauth: null,
  },
  gmail: {
    receive: tls('imap.gmail.com', 993),
    send: tls('smtp.gmail.com', 465),
    storesSent: true,
    hints: ['appPassword'],
    oauth: {
      authUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: 'https://oauth2.googleapis.com/token',
      scope: 'https://mail.google.com/',
    },
  },
  outlook: {
    receive: tls('outlook.office365.com', 993),
    send: { host: 'smtp-mail.outlook.com', port: 587, tls: 'starttls' },
    storesSent: true,
    hints: ['oauth'],
    oauth: {
      authUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      scope: 'offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send',
    },
  },
} as const satisfies { readonly [name: string]: ServiceServers }
export type KnownService = keyof typeof SERVICES
export type Service = KnownService | 'other'

/** The service of an address with a domain of one’s own, by who takes its letters. Over HTTP: accounts.ts. */
export interface MailGuessAsked {
  readonly address: string
}

export interface MailGuess {
  /** Null: none that is known. */
  readonly service: KnownService | null
}

/** The domains of their addresses. */
const DOMAINS: Readonly<Record<KnownService, readonly string[]>> = {
  yandex: ['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'narod.ru'],
  mailru: ['mail.ru', 'bk.ru', 'list.ru', 'inbox.ru', 'internet.ru', 'vk.com', 'xmail.ru'],
  rambler: ['rambler.ru', 'lenta.ru', 'autorambler.ru', 'myrambler.ru', 'ro.ru', 'rambler.ua'],
  gmail: ['gmail.com', 'googlemail.com'],
  outlook: ['outlook.com', 'hotmail.com', 'live.com', 'live.ru', 'msn.com'],
}

/** Ends of the names of hosts that take letters for domains of others’ own. */
const EXCHANGERS: Readonly<Record<Exclude<KnownService, 'rambler'>, readonly string[]>> = {
  yandex: ['mx.yandex.net', 'mx.yandex.ru'],
  mailru: ['mail.ru'],
  gmail: ['google.com', 'googlemail.com'],
  outlook: ['protection.outlook.com', 'mx.microsoft'],
}

/** The service that takes a domain’s letters, by who does, the preferred ones first; null: none that is known. */
export function serviceByExchangers(hosts: readonly string[]): KnownService | null {
  const isOf = (host: string, end: string) => host === end || host.endsWith(`.${end}`)
  const services = hosts.map((host) =>
    Object.entries(EXCHANGERS).find(([, ends]) => ends.some((end) => isOf(host, end))),
  )
  return (services.find((one) => one !== undefined)?.[0] as KnownService | undefined) ?? null
}

/** How the accounts of a domain of one’s own are set that a service keeps. */
export function serversOf(service: KnownService): ServiceServers {
  if (service !== 'outlook') return SERVICES[service]
  return { ...SERVICES.outlook, send: { ...SERVICES.outlook.send, host: 'smtp.office365.com' } }
}

/** Whether the address alone tells the service: it is of a known domain. */
export function isOfService(address: string): boolean {
  const domain = domainOf(address)
  return domain !== null && Object.values(DOMAINS).some((domains) => domains.includes(domain))
}

/** Which service a server is of, whether it receives or sends. */
export function serviceOf(host: string): Service {
  const known = Object.entries(SERVICES).find(([, { receive, send }]) => receive.host === host || send.host === host)
  return (known?.[0] as KnownService | undefined) ?? 'other'
}

/** Which service gives tokens at an address. */
export function serviceOfTokens(tokenUrl: string): Service {
  const host = hostOf(tokenUrl)
  const known = Object.entries(SERVICES).find(
    ([, { oauth }]) => host !== null && oauth !== null && hostOf(oauth.tokenUrl) === host,
  )
  return (known?.[0] as KnownService | undefined) ?? 'other'
}

/** How the account of an address is most likely set; null for what is no address. */
export function guessServers(address: string): ServiceServers | null {
  const domain = domainOf(address)
  if (domain === null) return null
  const known = Object.entries(DOMAINS).find(([, domains]) => domains.includes(domain))
  if (known) return SERVICES[known[0] as KnownService]
  return {
    receive: tls(`imap.${domain}`, 993),
    send: tls(`smtp.${domain}`, 465),
    storesSent: false,
    hints: [],
    oauth: null,
  }
}

/** Where else the server may be that was guessed by the address: `mail.` of its domain serves both. Null: it was not guessed so. */
export function otherGuess(address: string, host: string): string | null {
  const domain = domainOf(address)
  return domain !== null && (host === `imap.${domain}` || host === `smtp.${domain}`) ? `mail.${domain}` : null
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null
}

function domainOf(address: string): string | null {
  return /@([^@\s]+\.[^@\s.]+)$/.exec(address.trim())?.[1]?.toLowerCase() ?? null
}
