import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:https'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Addresses, ownAddresses } from './addresses.ts'
import { makeAuthority, makeServerCertificate, type Pair } from './certificates.ts'
import { filesOf } from './trusting.ts'

/** A certificate that has less than this before it, ms, is made anew. */
const RENEW_BEFORE = 30 * 24 * 3600_000
/** How often the addresses and the time are looked at, ms. */
const LOOK_EVERY = 60_000

/** What HTTPS stands on here: an authority of this data folder, and a certificate that it gave this machine. */
export interface Tls {
  /** What the server shows now. */
  present(): { readonly cert: string; readonly key: string }
  /** What devices must trust. */
  readonly authority: X509Certificate
  /** Gives the server a new certificate when the old one nears its end or the machine has other addresses; returns its undo. */
  keepFresh(server: Server): () => void
}

/** Opens what stands in the data folder, making it where it is missing. The authority is made once and stays. */
export async function openTls(folder: string, address: string | null, log: Logger): Promise<Tls> {
  mkdirSync(join(folder, 'tls'), { recursive: true, mode: 0o700 })
  const authority = await kept(folder, 'authority', makeAuthority)
  const trusted = new X509Certificate(authority.certificate)
  const renewed = () => serverPair(folder, { pair: authority, trusted }, ownAddresses(address))
  let server = await renewed()
  return {
    present: () => ({ cert: server.certificate, key: server.key }),
    authority: trusted,
    keepFresh: (https) => {
      const look = async () => {
        const next = await renewed()
        if (next.certificate === server.certificate) return
        server = next
        https.setSecureContext({ cert: next.certificate, key: next.key })
        log.info({ expires: new X509Certificate(next.certificate).validToDate }, 'tls: certificate renewed')
      }
      const failed = (err: unknown) => log.error({ err }, 'tls: the certificate could not be renewed')
      const looking = setInterval(() => void look().catch(failed), LOOK_EVERY).unref()
      return () => clearInterval(looking)
    },
  }
}

type Name = 'authority' | 'server'

interface Authority {
  readonly pair: Pair
  readonly trusted: X509Certificate
}

/** The server's certificate that stands there, if it is still good, else a new one. */
async function serverPair(folder: string, { pair, trusted }: Authority, addresses: Addresses): Promise<Pair> {
  const known = read(folder, 'server')
  if (known && isGood(known, trusted, addresses)) return known
  return write(folder, 'server', await makeServerCertificate(pair, addresses))
}

function isGood(pair: Pair, authority: X509Certificate, { names, ips }: Addresses): boolean {
  const certificate = new X509Certificate(pair.certificate)
  const isOurs = certificate.verify(authority.publicKey) && certificate.checkPrivateKey(createPrivateKey(pair.key))
  const lasts = certificate.validToDate.getTime() - Date.now() > RENEW_BEFORE
  const standsFor = names.every((name) => certificate.checkHost(name)) && ips.every((ip) => certificate.checkIP(ip))
  return isOurs && lasts && standsFor
}

async function kept(folder: string, name: Name, make: () => Promise<Pair>): Promise<Pair> {
  return read(folder, name) ?? write(folder, name, await make())
}

function read(folder: string, name: Name): Pair | null {
  const { certificate, key } = filesOf(folder, name)
  if (!existsSync(certificate)) return null
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
}

/** The key first: where the certificate stands, so does its key. */
function write(folder: string, name: Name, pair: Pair): Pair {
  const { certificate, key } = filesOf(folder, name)
  put(key, pair.key)
  put(certificate, pair.certificate)
  return pair
}

function put(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
