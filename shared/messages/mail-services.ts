import type { Mail } from './sending.ts'

type Server = Pick<Mail<string>, 'host' | 'port' | 'tls'>

/** Mail services whose server is known; any other is typed in. */
export const SERVICES = {
  yandex: { host: 'smtp.yandex.ru', port: 465, tls: 'tls' },
  mailru: { host: 'smtp.mail.ru', port: 465, tls: 'tls' },
  rambler: { host: 'smtp.rambler.ru', port: 465, tls: 'tls' },
  gmail: { host: 'smtp.gmail.com', port: 465, tls: 'tls' },
  outlook: { host: 'smtp-mail.outlook.com', port: 587, tls: 'starttls' },
} as const satisfies { readonly [name: string]: Server }
export type Service = keyof typeof SERVICES | 'other'

/** The domains of their addresses. */
const DOMAINS: Readonly<Record<keyof typeof SERVICES, readonly string[]>> = {
  yandex: ['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'narod.ru'],
  mailru: ['mail.ru', 'bk.ru', 'list.ru', 'inbox.ru', 'internet.ru', 'vk.com', 'xmail.ru'],
  rambler: ['rambler.ru', 'lenta.ru', 'autorambler.ru', 'myrambler.ru', 'ro.ru', 'rambler.ua'],
  gmail: ['gmail.com', 'googlemail.com'],
  outlook: ['outlook.com', 'hotmail.com', 'live.com', 'live.ru', 'msn.com'],
}

/** Which service a server is of. */
export function serviceOf(host: string): Service {
  const known = Object.entries(SERVICES).find(([, service]) => service.host === host)
  return (known?.[0] as Service | undefined) ?? 'other'
}

/** The server that an address most likely sends by; null for what is no address. */
export function guessServer(address: string): Server | null {
  const domain = /@([^@\s]+\.[^@\s.]+)$/.exec(address.trim())?.[1]?.toLowerCase()
  if (domain === undefined) return null
  const known = Object.entries(DOMAINS).find(([, domains]) => domains.includes(domain))
  return known ? SERVICES[known[0] as keyof typeof SERVICES] : { host: `smtp.${domain}`, port: 465, tls: 'tls' }
}
