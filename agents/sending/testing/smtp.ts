import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { makeAuthority, makeServerCertificate } from '../../../sync-server/tls/certificates.ts'

/** A letter as it came in. */
export interface Taken {
  readonly from: string
  readonly to: readonly string[]
  readonly user: string | undefined
  readonly secure: boolean
  readonly raw: string
}

/** What a server answers to a letter that it has heard whole; null: it takes it. */
export type Verdict = (taken: Taken) => Error | null | Promise<Error | null>

/** Whom the test has to trust, and what the server shows. */
export const authority = await makeAuthority()
const pair = await makeServerCertificate(authority, { names: ['localhost'], ips: ['127.0.0.1'] })

const NAME = 'voronka'
const PASSWORD = 'sesame'

/** A mail server of a test's own, on loopback. */
export async function startMail(options: SMTPServerOptions = {}, verdict: Verdict = () => null) {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    cert: pair.certificate,
    key: pair.key,
    disableReverseLookup: true,
    closeTimeout: 10,
    onAuth: ({ username, password }, _session, callback) =>
      username === NAME && password === PASSWORD
        ? callback(null, { user: NAME })
        : callback(refusal(535, '5.7.8 Authentication failed')),
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope
        const one: Taken = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          user: session.user,
          secure: session.secure,
          raw: Buffer.concat(chunks).toString('utf8'),
        }
        const refused = stream.sizeExceeded ? refusal(552, '5.3.4 Message too big') : await verdict(one)
        if (!refused) taken.push(one)
        callback(refused)
      })
    },
    ...options,
  })
  // A connection that a test cuts is an error of that connection alone.
  server.on('error', () => undefined)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    taken,
    /** Cuts all connections. */
    cut: () => {
      for (const connection of server.connections) connection._socket.destroy()
    },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

export const RIGHT = { user: NAME, password: PASSWORD }

/** A refusal with an SMTP answer. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
