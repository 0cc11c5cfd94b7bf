import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** Under what this machine is reached: names, and IP addresses. */
export interface Addresses {
  readonly names: readonly string[]
  readonly ips: readonly string[]
}

const LOOPBACK: Addresses = { names: ['localhost'], ips: ['127.0.0.1', '::1'] }

/** All that a certificate of this machine has to stand for; `address` is what people were told besides, or null. */
export function ownAddresses(address: string | null): Addresses {
  const told = address === null ? '' : bare(new URL(address).hostname)
  const isAddress = isIP(told) !== 0
  const names = [...LOOPBACK.names, ...machineNames(), ...(isAddress ? [] : [told])].filter(isName)
  const ips = [...LOOPBACK.ips, ...networkIps(), ...(isAddress ? [told] : [])]
  return { names: [...new Set(names)], ips: [...new Set(ips)] }
}

/** The addresses by which others of the local network reach this machine, IPv4 first. */
export function networkIps(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((ofOne) => ofOne ?? [])
  const reachable = all.filter(({ internal, address }) => !internal && !isLinkLocal(address))
  return reachable.map(({ address }) => address).sort((one, other) => isIP(one) - isIP(other))
}

/** The machine's name, as its network may know it and as mDNS does. */
function machineNames(): readonly string[] {
  const name = hostname().toLowerCase()
  return name.includes('.') ? [name] : [name, `${name}.local`]
}

/** These need the name of an interface behind them, which no address bar takes. */
function isLinkLocal(address: string): boolean {
  return address.toLowerCase().startsWith('fe80:')
}

/** What a certificate may have as a name. */
function isName(text: string): boolean {
  return /^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/.test(text)
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '').toLowerCase()
}
