import { createTransport, type SMTPTransportOptions } from 'nodemailer'
import type { ImapLine } from '../imap/connect.ts'

type SmtpLine = Required<Pick<ImapLine, 'server' | 'pass' | 'patience'>> & Pick<ImapLine, 'authority'>

/** Signs in to a server that takes letters, and leaves. Rejects with what went wrong. */
export async function verifySmtp(line: SmtpLine): Promise<void> {
  const transport = createTransport(optionsOf(line))
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}

function optionsOf({ server, pass, patience, authority }: SmtpLine): SMTPTransportOptions {
  const { host, port, tls, user } = server
  return {
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(authority && { tls: { ca: authority } }),
    ...(user !== '' && { auth: authOf(user, pass) }),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.silence,
  }
}

function authOf(user: string, pass: ImapLine['pass']): NonNullable<SMTPTransportOptions['auth']> {
  return 'password' in pass ? { user, pass: pass.password } : { type: 'OAuth2', user, accessToken: pass.accessToken }
}
