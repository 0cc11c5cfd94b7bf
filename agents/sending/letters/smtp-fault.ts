import type { NodemailerError } from 'nodemailer'
import { declined, failed, later, type Outcome } from '../outcome.ts'

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
  const { code = '', responseCode: status, originalCode = '', message, response = message } = fault
  if (code === 'EAUTH' || SIGN_IN.includes(status ?? 0))
    return later('server', fault.permanent === false ? 'triesAgain' : 'signInRefused', response)
  if (NO_TLS.includes(code) || OPENSSL.test(originalCode)) return later('server', 'noTls', response)
  if (SILENT.includes(code)) return later(fault.timeoutType === 'CONNECT_TIMEOUT' ? 'server' : 'message', 'noAnswer')
  if (status === CLOSING) return later('server', 'triesAgain', response)
  if (fault.permanent && fault.command === 'MAIL FROM') return { ...declined(response), ofSender: true }
  if (fault.permanent && isOfLetter(fault)) return declined(response)
  if (status !== undefined) return later(isOfLetter(fault) ? 'message' : 'server', 'triesAgain', response)
  if (code === 'EENVELOPE') return failed('addressWrong', { address: fault.recipient ?? '' })
  if (!UNREACHABLE.includes(code)) return later('server', 'triesAgain', message)
  return wasThere(fault) ? later('message', 'cutOff') : later('server', 'unreachable', message)
}

/** Whether a refusal speaks of this letter, not of whoever connects. */
function isOfLetter({ command = '' }: NodemailerError): boolean {
  return ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command)
}

/** Whether the server had been there: its connection broke, rather than could not be made. */
function wasThere({ originalCode, message }: NodemailerError): boolean {
  return originalCode === 'ECONNRESET' || originalCode === 'EPIPE' || /clos/i.test(message)
}
