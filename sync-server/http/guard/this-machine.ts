import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Ask } from '../ports.ts'
import { networkOf } from './network.ts'

/** What proxies say of whom they ask for. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']
/** Names that mean the machine itself, on every machine. */
const OWN_NAMES = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Asked from this machine, and not for somebody else by a proxy that runs on it. */
export function isThisMachine(c: Ask): boolean {
  if (FORWARDED.some((name) => c.req.header(name) !== undefined)) return false
  const address = getConnInfo(c).remote.address ?? ''
  return isIP(address) !== 0 && (networkOf(address).startsWith('127.') || address === '::1')
}

/**
 * Asked from this machine by its own name, as by whoever sits at it: a proxy that says nothing of itself hands on the name
 * under which it is reached, or the page's origin.
 */
export function isAtThisMachine(c: Ask): boolean {
  const origin = c.req.header('origin')
  return isThisMachine(c) && isOwnName(`http://${c.req.header('host')}`) && (origin === undefined || isOwnName(origin))
}

/** Whether an address names whatever machine it is used on. */
export function isOwnName(address: string): boolean {
  return URL.canParse(address) && OWN_NAMES.test(new URL(address).hostname)
}

/** Whether what is sent to an address is read by nobody on the way: over TLS, or to this machine itself. */
export function isClosed(address: string): boolean {
  const protocol = URL.canParse(address) ? new URL(address).protocol : ''
  return protocol === 'https:' || (protocol === 'http:' && isOwnName(address))
}
