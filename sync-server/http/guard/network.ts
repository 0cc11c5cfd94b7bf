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

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}

function unpadded(group: string): string {
  return Number.parseInt(group, 16).toString(16)
}
