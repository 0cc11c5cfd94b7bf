import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import type { MailServer } from '../../../shared/letters/accounts.ts'
import type { Box } from '../box.ts'
import { asked } from './fault.ts'
import { ImapBox } from './imap-box.ts'

/** How long a mail server may take, ms. */
export interface ImapPatience {
  readonly connect: number
  /** Between two of its words, but for IDLE. */
  readonly silence: number
}

const PATIENCE: ImapPatience = { connect: 20_000, silence: 120_000 }
/** RFC 2177: IDLE is ended and begun anew before half an hour is over. */
const LONGEST_IDLE = 28 * 60_000

/** By what one signs in: the password, or an access token (XOAUTH2). */
export type Pass = { readonly password: string } | { readonly accessToken: string }

export interface ImapLine {
  readonly server: MailServer
  readonly pass: Pass
  readonly patience?: ImapPatience
  /** An authority that is trusted besides this system's, PEM. */
  readonly authority?: string | undefined
}

/** Opens a box. MailFault where that fails; one whose line broke is of no use any more: another is opened. */
export async function openImap(line: ImapLine): Promise<Box> {
  const client = new ImapFlow(optionsOf(line))
  // What fails tells so itself; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await asked(() => client.connect())
  } catch (error) {
    client.close()
    throw error
  }
  return new ImapBox(client)
}

function optionsOf({ server, pass, patience = PATIENCE, authority }: ImapLine): ImapFlowOptions {
  const { host, port, tls, user } = server
  return {
    host,
    port,
    secure: tls === 'tls',
    ...(tls !== 'tls' && { doSTARTTLS: tls === 'starttls' }),
    ...(authority && { tls: { ca: authority } }),
    auth: 'password' in pass ? { user, pass: pass.password } : { user, accessToken: pass.accessToken },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: LONGEST_IDLE,
    missingIdleCommand: 'NOOP',
    qresync: true,
    clientInfo: { name: 'Voronka' },
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.silence,
    // A folder is held as long as it is listened to.
    maxLockHoldTime: false,
  }
}
