import type { Entry } from './entry.ts'
import { type Folders, keyOf } from './folders.ts'
import { isInInbox, isStarred, isUnbound, isUnread } from './where.ts'

interface Count {
  count: number
  unread: number
}

/** How many letters stand where, kept letter by letter. */
export class Counts {
  readonly #folders: Folders
  /** By account and folder. */
  readonly byFolder = new Map<string, { readonly account: string; readonly folder: string } & Count>()
  /** Unbound letters by who wrote them. */
  readonly #bySender = new Map<string, Set<string>>()
  unread = 0
  starred = 0
  unbound = 0
  unparsed = 0

  constructor(folders: Folders) {
    this.#folders = folders
  }

  /** Counts a letter in, or out again. */
  count(entry: Entry, by: 1 | -1): void {
    for (const { account, folder, isUnread } of entry.stands) {
      const key = keyOf(account, folder)
      const known = this.byFolder.get(key) ?? { account, folder, count: 0, unread: 0 }
      this.byFolder.set(key, known)
      known.count += by
      if (isUnread) known.unread += by
    }
    if (isStarred(entry, this.#folders)) this.starred += by
    if (isInInbox(entry, this.#folders) && isUnread(entry, this.#folders)) this.unread += by
    if (entry.isUnparsed) this.unparsed += by
    if (isUnbound(entry, this.#folders)) this.#countUnbound(entry, by)
  }

  /** Unbound letters of an address. */
  ofSender(address: string): readonly string[] {
    return [...(this.#bySender.get(address) ?? [])]
  }

  #countUnbound({ id, from }: Entry, by: 1 | -1): void {
    this.unbound += by
    const ids = this.#bySender.get(from) ?? new Set()
    if (by > 0) this.#bySender.set(from, ids.add(id))
    else ids.delete(id)
  }
}
