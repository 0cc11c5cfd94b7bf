import type { CheckStep, CheckTrouble } from '../../../shared/letters/check.ts'
import { MailFault } from '../imap/fault.ts'

type Found = Pick<CheckStep, 'trouble' | 'said'>

/** What the errors of lines say besides their texts: those of sockets, of imapflow and of nodemailer. */
interface LineError extends Error {
  readonly code?: unknown
  readonly authenticationFailed?: unknown
  readonly tlsFailed?: unknown
  readonly responseText?: unknown
  readonly response?: unknown
}

/** There is nothing to sign in by. */
export class NoPassword extends Error {}

const BY_CODE: Readonly<Record<string, CheckTrouble>> = {
  ENOTFOUND: 'nameUnknown',
  EAI_AGAIN: 'nameUnknown',
  EDNS: 'nameUnknown',
  ECONNREFUSED: 'portClosed',
  EHOSTUNREACH: 'portClosed',
  ENETUNREACH: 'portClosed',
  EAUTH: 'passwordRefused',
  ETLS: 'tlsMissing',
}
/** Certificates that OpenSSL does not trust, by their codes in Node. */
const UNTRUSTED = /CERT|SIGNATURE|ALTNAME|UNABLE_TO/
/** What it says of a server that speaks no TLS. */
const NO_TLS = /_SSL_|EPROTO/
/** Of the system, and of imapflow at its several steps. */
const SILENT = /TIMEOUT|ETIMEDOUT/
const LONGEST = 300

/** What is wrong with a line, by the first of an error and its causes that tells (sync-server/mail/accounts/SPEC MA12). */
export function troubleOf(error: unknown): Found {
  if (error instanceof NoPassword) return { trouble: 'passwordMissing', said: '' }
  const chain = causesOf(error)
  const trouble = chain.map(oneOf).find((one) => one !== null) ?? 'other'
  return { trouble, said: saidIn(chain) }
}

function causesOf(error: unknown): readonly LineError[] {
  const chain: LineError[] = []
  for (let one = error; one instanceof Error && !chain.includes(one); one = one.cause) chain.push(one)
  return chain
}

function oneOf(error: LineError): CheckTrouble | null {
  const { code, message, authenticationFailed, tlsFailed } = error
  if (authenticationFailed || (error instanceof MailFault && error.kind === 'refused')) return 'passwordRefused'
  const text = `${code ?? ''} ${message}`
  if (UNTRUSTED.test(String(code ?? '')) || /self[- ]signed|altnames|certificate/i.test(message)) return 'tlsUntrusted'
  if (NO_TLS.test(text) || /wrong version number/i.test(message)) return 'tlsMissing'
  if (SILENT.test(text)) return 'silent'
  // Nodemailer tells of a socket by a code of its own, and of why in words.
  const known = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.exec(text)?.[0]
  if (tlsFailed) return 'tlsMissing'
  return BY_CODE[known ?? String(code)] ?? null
}

/** What the server said; what happened to the line, where it said nothing. */
function saidIn(chain: readonly LineError[]): string {
  const said = chain
    .map(({ responseText, response }) => responseText ?? response)
    .find((one) => typeof one === 'string')
  return String(said ?? chain.at(-1)?.message ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}
