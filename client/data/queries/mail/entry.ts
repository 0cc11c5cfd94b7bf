import type { Letter } from '../../../../shared/letters/collections.ts'
import { outsiders } from '../../../../shared/letters/people.ts'
import { type Talking, talkKeys } from '../../../../shared/letters/threads/talk.ts'
import { parseId } from '../../../../shared/records/keys/id.ts'

/** A folder of an account that has a letter, and how it stands there. */
export interface Stand {
  readonly account: string
  readonly folder: string
  readonly isUnread: boolean
  readonly isStarred: boolean
}

/** A letter, as little of it as its place in boxes, lists and threads needs. */
export interface Entry {
  readonly id: string
  /** When its mail server got it, ms since 1970. */
  readonly at: number
  /** What it and its thread are known by: Message-IDs. */
  readonly words: readonly string[]
  /** What it may go on with, where it names nothing: by subject and people. */
  readonly talk: Talking
  readonly talkKeys: readonly string[]
  readonly stands: readonly Stand[]
  readonly isOut: boolean
  readonly customer: string | null
  readonly order: string | null
  /** In lower case. */
  readonly from: string
  readonly isAutomatic: boolean
  readonly isUnparsed: boolean
}

/** What the index keeps of a letter; null of one that is removed. `isOwn`: addresses of our accounts. */
export function entryOf(letter: Letter, isOwn: (address: string) => boolean): Entry | null {
  if (letter.gone) return null
  const { id, messageId, references, subject } = letter
  const at = letter.received ?? letter.sent ?? parseId(id)?.time ?? letter.madeAt
  const talk = { subject, outsiders: outsiders(letter, isOwn), at }
  return {
    id,
    at,
    words: [typeof messageId === 'string' && messageId ? messageId : `#${id}`, ...references],
    talk,
    talkKeys: talkKeys(talk),
    stands: standsOf(letter.places),
    isOut: letter.direction === 'out',
    customer: letter.customer,
    order: letter.order,
    from: (letter.fromAddress ?? '').toLowerCase(),
    isAutomatic: letter.automatic !== null,
    isUnparsed: letter.unparsed !== null,
  }
}

/** One for each folder: what is there twice is unread or starred where one of the two is. */
function standsOf(places: Letter['places']): readonly Stand[] {
  const stands = new Map<string, Stand>()
  for (const { account, folder, seen, flagged } of places) {
    if (!account || !folder) continue
    const key = `${account}/${folder}`
    const other = stands.get(key)
    const isUnread = !seen || other?.isUnread === true
    stands.set(key, { account, folder, isUnread, isStarred: flagged || other?.isStarred === true })
  }
  return [...stands.values()]
}
