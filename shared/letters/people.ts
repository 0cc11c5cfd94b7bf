import type { Letter } from './collections.ts'
import { readMailbox } from './mailbox.ts'

/** Whom a letter is from and goes to. */
export type Addressed = Pick<Letter, 'direction' | 'fromAddress' | 'to' | 'cc' | 'bcc' | 'replyTo'>

/**
 * Addresses that a letter is exchanged with, in lower case, the nearest first: of one that came its writer, then its other readers; of
 * one that went its readers. `isOwn`: those of our own accounts, which are left out.
 */
export function outsiders(letter: Addressed, isOwn: (address: string) => boolean): readonly string[] {
  const { direction, fromAddress, replyTo, to, cc, bcc } = letter
  const readers = [...to, ...cc, ...bcc]
  const all = direction === 'out' ? readers : [fromAddress ?? '', ...replyTo, ...readers]
  const addresses = all.map((one) => readMailbox(one).address.toLowerCase())
  return [...new Set(addresses)].filter((address) => address.includes('@') && !isOwn(address))
}
