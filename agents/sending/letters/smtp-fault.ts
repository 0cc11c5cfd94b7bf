import type { NodemailerError } from 'nodemailer'
import { answerOf, type Outcome } from '../outcome.ts'

/** Answers that mean: sign in first, or not like that. They say nothing of the letter. */
const SIGN_IN = [530, 534, 535, 538]
/** «I am closing», which no letter is the cause of. */
const CLOSING = 421
/** The words of nodemailer for what happened before anything was said about a letter. */
const UNREACHABLE = ['ESOCKET', 'EDNS', 'ECONNECTION', 'EPROXY']
const SILENT = ['ETIMEDOUT', 'EABORT']
const NO_TLS = ['ETLS', 'EREQUIRETLS']
/** What OpenSSL says of a certificate that it does not trust, and of a server that speaks no TLS, as Node passes it on. */
const OPENSSL = /CERT|SIGNATURE|ALTNAME|_SSL_/

/** What a fault on the way to a mail server means for the letter. */
export function outcomeOfFault(fault: NodemailerError): Outcome {
  const answer = answerOf(fault.response ?? fault.message)
  const later = (code: string, of: 'message' | 'server' = 'server'): Outcome => ({
    is: 'later',
    why: { code, answer },
    of,
  })
  const { code = '', responseCode: status } = fault
  if (code === 'EAUTH' || SIGN_IN.includes(status ?? 0)) return later(isPassing(fault) ? 'mail-later' : 'mail-sign-in')
  if (NO_TLS.includes(code) || OPENSSL.test(fault.originalCode ?? '')) return later('mail-tls')
  if (SILENT.includes(code)) return later('mail-silent', fault.timeoutType === 'CONNECT_TIMEOUT' ? 'server' : 'message')
  if (status === CLOSING) return later('mail-later')
  if (fault.permanent && isOfLetter(fault)) return { is: 'failed', why: { code: 'mail-refused', answer } }
  if (status !== undefined) return later('mail-later', isOfLetter(fault) ? 'message' : 'server')
  if (code === 'EENVELOPE') return { is: 'failed', why: { code: 'letter-address', answer } }
  return UNREACHABLE.includes(code) ? later(reached(fault) ? 'mail-cut' : 'mail-unreachable') : later('mail-fault')
}

/** Whether a refusal speaks of this letter, not of whoever connects. */
function isOfLetter({ command = '' }: NodemailerError): boolean {
  return ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command)
}

function isPassing({ permanent }: NodemailerError): boolean {
  return permanent === false
}

/** Whether the server had been there: its connection broke, rather than could not be made. */
function reached({ originalCode, message }: NodemailerError): boolean {
  return originalCode === 'ECONNRESET' || originalCode === 'EPIPE' || /clos/i.test(message)
}
