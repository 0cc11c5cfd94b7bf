import { isIPv6 } from 'node:net'

const MAPPED = '::ffff:'

/**
 * The network that counts as one caller where attempts are counted: an IPv4 address, or the first half of an IPv6
 * address, since whoever has one has 2^64 of them.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  if (address.toLowerCase().startsWith(MAPPED)) return address.slice(MAPPED.length)
  const [before = '', after = ''] = address.split('::')
  const [head, tail] = [groupsOf(before), groupsOf(after)]
  const zeros = address.includes('::') ? Array<string>(8 - head.length - tail.length).fill('0') : []
  return [...head, ...zeros, ...tail].slice(0, 4).map(unpadded).join(':')
}

/** The address that a proxy of ours names last, where there is one; else the one at the other end of the line. */
export function addressBehind(isBehindProxy: boolean, forwarded: string | undefined, remote?: string): string {
  const claimed = isBehindProxy ? forwarded?.split(',').at(-1)?.trim() : undefined
  return claimed || remote || 'unknown'
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}

function unpadded(group: string): string {
  return Number.parseInt(group, 16).toString(16)
}
