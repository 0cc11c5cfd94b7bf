import { createTransport, type SMTPPoolOptions } from 'nodemailer'
import type { Mail } from '../../../shared/messages/sending.ts'
import { doubtOfEmail } from '../../../shared/records/forms/email.ts'
import { MailFault } from '../../mail/imap/fault.ts'
import type { Access } from '../../mail/oauth/access-tokens.ts'
import { failed, later, type Outcome, sent } from '../outcome.ts'
import { type Letter, mailOf } from './letter.ts'
import { outcomeOfFault } from './smtp-fault.ts'

/** How long a mail server may take, milliseconds. */
export interface Patience {
  readonly connect: number
  /** Between two of its words: after the letter's end a server may scan it for long. */
  readonly silence: number
  /** For a letter from its first try to its answer, however slowly words trickle. */
  readonly whole: number
}

export const PATIENCE: Patience = { connect: 20_000, silence: 120_000, whole: 600_000 }
/** How many lines to a mail server there are at once, and how many letters go over one before it is closed. */
export interface Pool {
  readonly connections: number
  readonly letters: number
}

const FEW: Pool = { connections: 2, letters: 50 }
/** A connection that stood idle may be gone when it is used next: then another is taken, once. */
const REQUEUES = 1

/** What takes letters. */
export interface Post {
  send(letter: Letter): Promise<Outcome>
  close(): void
}

/**
 * A line to a mail server: a few connections that are used again. Trusted are this system's authorities and `authority` (PEM). `access`: by
 * what one signs in there in the place of the password.
 */
export function openMail(
  server: Mail<string>,
  patience = PATIENCE,
  authority?: string,
  access: Access | null = null,
  pool: Pool = FEW,
): Post {
  const transport = createTransport({
    ...optionsOf(server, patience, pool),
    ...(access && { auth: authBy(server.user, access) }),
    ...(authority && { tls: { ca: authority } }),
  })
  return {
    async send(letter) {
      const wrong = wrongReader(letter)
      if (wrong !== null) return failed('addressWrong', { address: wrong })
      try {
        const signal = AbortSignal.timeout(patience.whole)
        // Had before the mail server is asked: what fails here says nothing of it.
        await access?.token()
        const { response, rejected } = await transport.sendMail({ ...mailOf(letter), signal })
        return sent(letter.messageId, response, rejected)
      } catch (error) {
        if (error instanceof MailFault) return noToken(error)
        if (!(error instanceof Error)) throw error
        return outcomeOfFault(error)
      }
    },
    close: () => transport.close(),
  }
}

/** Each connection asks for the token; one that the server does not take is had anew, once. */
function authBy(user: string, access: Access): SMTPPoolOptions['auth'] {
  return {
    type: 'OAuth2',
    user,
    provisionCallback(_user, isRefused, callback) {
      if (isRefused) access.forget()
      access.token().then(
        (token) => callback(null, token),
        (error: Error) => callback(error),
      )
    },
  }
}

function noToken({ kind, message }: MailFault): Outcome {
  return later('server', kind === 'refused' ? 'signInRefused' : 'triesAgain', message)
}

/** The first reader whose address is none, or no reader at all; null: all are sound. */
export function wrongReader({ to, cc, bcc }: Letter): string | null {
  if (to.length === 0) return ''
  return [...to, ...cc, ...bcc].find((address) => doubtOfEmail(address) !== null) ?? null
}

export function optionsOf({ host, port, tls, user, password }: Mail<string>, patience: Patience, pool = FEW) {
  return {
    pool: true,
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user !== '' && { auth: { user, pass: password } }),
    maxConnections: pool.connections,
    maxMessages: pool.letters,
    maxRequeues: REQUEUES,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.silence,
  } satisfies SMTPPoolOptions
}
