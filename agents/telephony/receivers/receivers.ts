import { BlockList, isIP, isIPv6 } from 'node:net'

/** Where a phone says that its own program takes requests to dial: port and path, at the address that it speaks from. */
export const RECEIVER_HEADER = 'x-voronka-receiver'
const RECEIVER = /^(\d{2,5})\/([\w-]{1,80})$/
/** What a phone said so long ago is not believed, ms: it may be in another network by now. */
const BELIEVED = 12 * 60 * 60_000
/** So long a phone may take to answer, ms. */
const ANSWERS = 5000

/** Networks of offices and homes: nothing further away is asked (RFC 1918, 4193). */
const NEAR = new BlockList()
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
] as const)
  NEAR.addSubnet(net, prefix, 'ipv4')
NEAR.addSubnet('fc00::', 7, 'ipv6')
NEAR.addAddress('::1', 'ipv6')

interface Receiver {
  readonly url: string
  /** When it was told, ms since 1970. */
  readonly told: number
}

/** Programs on phones that dial when they are asked, though nobody looks at the phone (SPEC BR13). */
export class Receivers {
  readonly #known = new Map<string, Receiver>()

  /** A phone said where its program listens; `address`: the one that it spoke from. What does not fit is passed over. */
  note(phone: string, said: string | undefined, address: string | undefined): void {
    const [, port, path] = RECEIVER.exec(said ?? '') ?? []
    const host = hostOf(address)
    if (port && path && host) this.#known.set(phone, { url: `http://${host}:${port}/${path}`, told: Date.now() })
  }

  /** Whether a phone has a program that can be asked. */
  has(phone: string): boolean {
    return this.#urlOf(phone) !== null
  }

  /** Asks a phone's program to dial; false where there is none, or it does not answer. */
  async dial(phone: string, number: string): Promise<boolean> {
    const url = this.#urlOf(phone)
    if (url === null) return false
    const asked = `${url}?${new URLSearchParams({ number })}`
    // A phone that is away is no fault: the request waits for it.
    const answer = await fetch(asked, { redirect: 'error', signal: AbortSignal.timeout(ANSWERS) }).catch(() => null)
    await answer?.body?.cancel()
    return answer?.ok ?? false
  }

  #urlOf(phone: string): string | null {
    const known = this.#known.get(phone)
    return known && known.told + BELIEVED >= Date.now() ? known.url : null
  }
}

/** An address as a URL has it; null: it is none, or not near. */
function hostOf(address = ''): string | null {
  const plain = address.toLowerCase().startsWith('::ffff:') ? address.slice(7) : address
  if (isIP(plain) === 0 || !NEAR.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')) return null
  return isIPv6(plain) ? `[${plain}]` : plain
}
