import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import { LEDGER_LIMITS } from '../../../shared/letters/ledger.ts'
import type { BoxFolder } from '../box.ts'

/** Folders whose letters are not taken in unless somebody chooses them; `\\All` and `\\Flagged` show those of others once more. */
const LEFT_OUT = ['\\Drafts', '\\Junk', '\\Trash', '\\All', '\\Flagged']

const MOST_NAMED = 100

/** The folders that letters are taken from, the one that is listened to first. */
export function chosenOf({ folders: wanted }: Pick<HeldAccount, 'folders'>, all: readonly BoxFolder[]): string[] {
  const chosen = all.filter(({ path, use, isSelectable }) => {
    if (!isSelectable || !hasRoom(path)) return false
    return wanted.length > 0 ? wanted.includes(path) : !LEFT_OUT.includes(use ?? '')
  })
  const inbox = chosen.filter(({ use, path }) => use === '\\Inbox' || path.toUpperCase() === 'INBOX')
  return [...new Set([...inbox, ...chosen])].map(({ path }) => path)
}

/** Folders from which no letters are taken, and which are not counted, as they are told: so many, and no longer. */
export function leftOutOf(chosen: readonly string[], all: readonly BoxFolder[]): string[] {
  const taken = new Set(chosen)
  const left = all.filter(({ path, isSelectable }) => isSelectable && !taken.has(path))
  return left.slice(0, MOST_NAMED).map(({ path }) => path.replace(/\p{Cc}+/gu, ' ').slice(0, LEDGER_LIMITS.folder))
}

/** Whether the ledger takes a path of that length. */
export function hasRoom(path: string): boolean {
  return path.length <= LEDGER_LIMITS.folder
}

/** The folder for a use; null: there is none. */
export function folderFor(all: readonly BoxFolder[], use: string): string | null {
  return all.find((one) => one.use === use && one.isSelectable && hasRoom(one.path))?.path ?? null
}
