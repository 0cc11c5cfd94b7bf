import { CONSENT_PATH, type ReturnWay } from './consent.ts'

/** Names that no service leads to: of a network of one’s own. */
const OWN_NETWORK = /\.(local|lan|home|internal|intranet|corp|localdomain|test|example|invalid)$/
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]']
/** Where a code is brought from by hand, by the host that asks for consent. */
const BROUGHT_FROM: Readonly<Record<string, string>> = {
  // Shows the code on a page of its own.
  'oauth.yandex.ru': 'https://oauth.yandex.ru/verification_code',
  'oauth.yandex.com': 'https://oauth.yandex.com/verification_code',
  // Knows no other loopback address.
  'login.microsoftonline.com': 'http://localhost',
}
const LOOPBACK = 'http://127.0.0.1'

/** Where a service leads back to. `origin`: the program’s address, as its person has it. */
export function redirectOf(returns: ReturnWay, origin: string, authUrl: string): string {
  if (returns === 'here') return `${origin}${CONSENT_PATH}`
  return (URL.canParse(authUrl) ? BROUGHT_FROM[new URL(authUrl).hostname] : undefined) ?? LOOPBACK
}

/** The way that services take at an address of the program: they lead to this very machine, and to public names over HTTPS. */
export function wayBackTo(origin: string): ReturnWay {
  const { protocol, hostname } = new URL(origin)
  if (THIS_MACHINE.includes(hostname)) return 'here'
  const isName = hostname.includes('.') && !/^[\d.]+$/.test(hostname) && !hostname.startsWith('[')
  return protocol === 'https:' && isName && !OWN_NETWORK.test(hostname) ? 'here' : 'pasted'
}

/** What a service wants to be asked with, so that it gives a refresh token, by its host. */
const ASKED_WITH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'accounts.google.com': { access_type: 'offline', prompt: 'consent' },
  'oauth.mail.ru': { prompt: 'consent' },
  'oauth.yandex.ru': { force_confirm: 'yes' },
  'oauth.yandex.com': { force_confirm: 'yes' },
  'login.microsoftonline.com': { prompt: 'select_account' },
}

interface Request {
  readonly authUrl: string
  readonly clientId: string
  readonly scope: string
  readonly redirect: string
  readonly state: string
  /** S256 of the verifier. */
  readonly challenge: string
  readonly address: string
}

/** The page where a service asks for consent (RFC 6749, 4.1.1; RFC 7636, 4.3). */
export function consentUrl({ authUrl, clientId, scope, redirect, state, challenge, address }: Request): string {
  const url = new URL(authUrl)
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirect,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(scope !== '' && { scope }),
    ...(address !== '' && { login_hint: address }),
    ...ASKED_WITH[url.hostname],
  }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  return url.href
}

/** What a service said where it led back to. */
export interface Returned {
  /** Null: a code alone was brought. */
  readonly state: string | null
  readonly code: string | null
  /** RFC 6749, 4.1.2.1; null: none. */
  readonly error: string | null
  readonly said: string
}

/** What was brought by hand: an address with a code, or with an error; else the code itself. */
export function returnedIn(pasted: string): Returned {
  const text = pasted.trim()
  const at = text.indexOf('?')
  const query = new URLSearchParams(at < 0 ? '' : text.slice(at + 1).replace(/#.*$/s, ''))
  if (query.has('code') || query.has('error')) return returnedBy(query)
  return { state: null, code: text === '' || at >= 0 ? null : text, error: null, said: '' }
}

export function returnedBy(query: URLSearchParams): Returned {
  const { state, code, error } = { state: query.get('state'), code: query.get('code'), error: query.get('error') }
  return { state, code, error, said: [error, query.get('error_description')].filter(Boolean).join(': ') }
}
