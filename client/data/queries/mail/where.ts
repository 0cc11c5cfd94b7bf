import type { Entry } from './entry.ts'
import type { Folders } from './folders.ts'
import type { MailWhere } from './query.ts'

/** What a place in mail is asked of beside a letter itself. */
export interface Around {
  readonly folders: Folders
  /** Customers that are one with another. */
  meant(customer: string): string
  /** Ids of the letters that were found; null: nothing is sought. */
  readonly found: ReadonlySet<string> | null
}

/** Whether a letter stands where somebody looks. */
export function standsIn(entry: Entry, where: MailWhere, around: Around): boolean {
  if (around.found && !around.found.has(entry.id)) return false
  const { folders } = around
  switch (where.in) {
    case 'folder':
      return entry.stands.some(({ account, folder }) => account === where.account && folder === where.folder)
    case 'account':
      return entry.stands.some(({ account }) => account === where.account) && !isThrownAway(entry, folders)
    case 'inbox':
      return isInInbox(entry, folders)
    case 'starred':
      return isStarred(entry, folders)
    case 'unbound':
      return isUnbound(entry, folders)
    case 'unparsed':
      return entry.isUnparsed
    case 'customer':
      return entry.customer !== null && around.meant(entry.customer) === around.meant(where.customer)
    case 'order':
      return entry.order === where.order
    case 'all':
      return !isThrownAway(entry, folders)
  }
}

/** Of what stands in boxes of others alone nobody says so. */
export function isUnread({ stands }: Entry, folders: Folders): boolean {
  return stands.some((stand) => stand.isUnread && folders.has(stand.account))
}

export function isStarred({ stands }: Entry, folders: Folders): boolean {
  return stands.some((stand) => stand.isStarred && folders.has(stand.account))
}

export function isInInbox(entry: Entry, folders: Folders): boolean {
  return entry.stands.some((stand) => folders.use(stand) === 'inbox' && folders.has(stand.account))
}

/** A letter that somebody wrote to us and nobody knows of whom. */
export function isUnbound(entry: Entry, folders: Folders): boolean {
  const { isOut, customer, isAutomatic, stands } = entry
  return !isOut && customer === null && !isAutomatic && stands.length > 0 && !isThrownAway(entry, folders)
}

/** It stands nowhere but among what was removed. */
export function isThrownAway({ stands }: Entry, folders: Folders): boolean {
  return stands.length > 0 && stands.every((stand) => folders.use(stand) === 'trash')
}
