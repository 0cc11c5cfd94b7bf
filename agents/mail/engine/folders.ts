import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import type { BoxFolder } from '../box.ts'

/** Folders whose letters are not taken in unless somebody chooses them; `\\All` and `\\Flagged` show those of others once more. */
const LEFT_OUT = ['\\Drafts', '\\Junk', '\\Trash', '\\All', '\\Flagged']

/** The folders that letters are taken from, the one that is listened to first. */
export function chosenOf({ folders: wanted }: Pick<HeldAccount, 'folders'>, all: readonly BoxFolder[]): string[] {
  const chosen = all.filter(({ path, use, isSelectable }) => {
    if (!isSelectable) return false
    return wanted.length > 0 ? wanted.includes(path) : !LEFT_OUT.includes(use ?? '')
  })
  const inbox = chosen.filter(({ use, path }) => use === '\\Inbox' || path.toUpperCase() === 'INBOX')
  return [...new Set([...inbox, ...chosen])].map(({ path }) => path)
}

/** The folder for a use; null: there is none. */
export function folderFor(all: readonly BoxFolder[], use: string): string | null {
  return all.find((one) => one.use === use && one.isSelectable)?.path ?? null
}
