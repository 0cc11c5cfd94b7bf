import type { ImapFlowError } from 'imapflow'

/**
 * `refused`: name and password are not taken; `noTls`: the line cannot be made secret; `declined`: it does not do that with this folder or
 * letter; `unreachable`: all that passes by itself.
 */
export type FaultKind = 'refused' | 'noTls' | 'declined' | 'unreachable'

/** A mail server that does not do what it is asked. */
export class MailFault extends Error {
  readonly kind: FaultKind

  /** `said` is what the server said, or what happened to the line. */
  constructor(kind: FaultKind, said: string, options?: ErrorOptions) {
    super(said, options)
    this.kind = kind
  }
}

/** What OpenSSL says of a certificate that it does not trust, and of a server that speaks no TLS. */
const OPENSSL = /CERT|SIGNATURE|ALTNAME|_SSL_/

/** What went wrong on a line, as a fault of the mail server; other errors come through. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof MailFault) return error
  const { code = '', responseText, responseStatus, authenticationFailed, tlsFailed } = error as ImapFlowError
  const said = String(responseText ?? error.message)
  if (authenticationFailed) return new MailFault('refused', said, { cause: error })
  if (tlsFailed || OPENSSL.test(code)) return new MailFault('noTls', said, { cause: error })
  if (responseStatus === 'NO' || responseStatus === 'BAD' || code === 'NotFound')
    return new MailFault('declined', said, { cause: error })
  return new MailFault('unreachable', said, { cause: error })
}

/** Does what asks a mail server; what goes wrong is a MailFault. */
export async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw faultOf(error)
  }
}
