import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { Failure } from '../../../shared/errors.ts'
import { networkOf } from '../../http/guard/network.ts'
import type { StoredBridge } from '../../storage/telephony/phones.ts'

/** Hosts by which a listener says that it hears on all of its machine's addresses. */
const ANY = ['0.0.0.0', '::']

/**
 * Where a bridge that asks from an address says that it listens (SPEC PH10): there, or at this machine's own address where it asks
 * from that. Failure request-shape for anything else.
 */
export function bridgeAt(url: string, from: string): StoredBridge {
  const { host, port } = partsOf(url)
  const said = ANY.includes(host) ? from : host
  const isHere = isLoopback(said) && isLoopback(from)
  if (!isHere && plain(said) !== plain(from)) throw wrong()
  return { url: `http://${said.includes(':') ? `[${said}]` : said}:${port}`, machine: isHere ? hostname() : '' }
}

/** Where bridges can be reached from this machine: its own one first. */
export function reachableAt(bridges: readonly StoredBridge[]): readonly string[] {
  return [hostname(), ''].flatMap((at) => bridges.filter(({ machine }) => machine === at).map(({ url }) => url))
}

/** `http://<address>:<port>`, and nothing more. */
function partsOf(url: string): { readonly host: string; readonly port: string } {
  if (!URL.canParse(url)) throw wrong()
  const { protocol, hostname: named, port, username, password, pathname, search, hash } = new URL(url)
  const host = named === 'localhost' ? '127.0.0.1' : named.replace(/^\[|\]$/g, '')
  const isMore = username !== '' || password !== '' || pathname !== '/' || search !== '' || hash !== ''
  if (protocol !== 'http:' || isIP(host) === 0 || isMore) throw wrong()
  return { host, port: port || '80' }
}

function isLoopback(address: string): boolean {
  return plain(address).startsWith('127.') || address === '::1'
}

/** Of an IPv4 address that is written as one of IPv6 the address itself. */
function plain(address: string): string {
  return isIP(address) === 6 && networkOf(address).includes('.') ? networkOf(address) : address.toLowerCase()
}

function wrong(): Failure {
  return new Failure('request-shape', { field: 'url' })
}
