import { Failure } from '../../../shared/errors.ts'
import type { Access, Ask, Room } from '../ports.ts'
import { isOwnName } from './this-machine.ts'

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request, or a socket's upgrade, comes from a page of this server, from one of the further origins, or from
 * no page at all. Browsers name the page's origin on each upgrade and on each request that changes something.
 */
export function isOwnOrigin(headers: Headers, { address, origins }: Access): boolean {
  const origin = headers.get('origin')
  if (origin === null || origin === address || origins.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === headers.get('host')
}

/** Refuses what a page of another site sends: Failure origin-foreign. */
export function checkOrigin({ access }: Room, c: Ask): void {
  if (CHANGES_NOTHING.has(c.req.method) || isOwnOrigin(c.req.raw.headers, access)) return
  throw new Failure('origin-foreign', { origin: c.req.header('origin') ?? '' })
}

/**
 * The address under which whoever asks reaches the server: for links that he hands on. Where that is the machine's own name,
 * which leads others to their own machines, the one that the server was told to have.
 */
export function addressFor({ access }: Room, c: Ask): string {
  const origin = c.req.header('origin')
  return origin === undefined || isOwnName(origin) ? outward(access, origin) : origin
}

function outward({ address }: Access, origin: string | undefined): string {
  return isOwnName(address) ? (origin ?? address) : address
}
