import { type MailAccount, mailAccounts } from '../../../../shared/letters/collections.ts'
import type { Directory } from '../directory.ts'
import { keyOf } from './folders.ts'
import type { KnownLetters } from './known-letters.ts'
import type { MailBox, MailBoxesAnswer, MailFolder } from './query.ts'

const INBOX = 'INBOX'
const BY_USE = ['inbox', 'sent', 'archive', 'trash'] as const

/** The boxes of who looks. */
export function boxesOf(directory: Directory, known: KnownLetters): MailBoxesAnswer {
  const { unread, starred, unbound, unparsed } = known.counts
  const boxes = [...directory.all(mailAccounts)].filter(({ id }) => known.folders.has(id))
  const shown = boxes
    .map((one): MailBox => {
      const { id, name, address, owner, state, trouble } = one
      const box = { id, name: name || address || '', address: address ?? '', isOwn: owner !== null, state, trouble }
      return { ...box, folders: foldersOf(one, known) }
    })
    .sort((a, b) => Number(a.isOwn) - Number(b.isOwn) || a.name.localeCompare(b.name))
  return { what: 'mailBoxes', boxes: shown, unread, starred, unbound, unparsed, isWhole: known.isWhole }
}

/** Folders that have letters, that are chosen, or that are for something. */
function foldersOf(account: MailAccount, known: KnownLetters): MailFolder[] {
  const { id, folders, sentFolder, archiveFolder, trashFolder } = account
  const having = [...known.counts.byFolder.values()].filter((one) => one.account === id && one.count > 0)
  const named = [sentFolder, archiveFolder, trashFolder].filter((path) => typeof path === 'string')
  const paths = new Set([INBOX, ...folders, ...named, ...having.map(({ folder }) => folder)])
  const shown = [...paths].map((path): MailFolder => {
    const { count, unread } = known.counts.byFolder.get(keyOf(id, path)) ?? { count: 0, unread: 0 }
    return { path, use: known.folders.use({ account: id, folder: path }), count, unread }
  })
  return shown.sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path))
}

function rank({ use }: MailFolder): number {
  return use === null ? BY_USE.length : BY_USE.indexOf(use)
}
