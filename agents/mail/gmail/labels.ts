import type { BoxFolder } from '../box.ts'
import type { GmailCalls } from './calls.ts'

/** A label as a folder, or what carries none (`query`). */
export interface Label {
  readonly folder: BoxFolder
  /** Null: letters that stand in no other folder. */
  readonly id: string | null
}

/** Labels of Gmail’s own that are folders, and what they are for; its others are marks. */
const OWN: Readonly<Record<string, string>> = {
  INBOX: '\\Inbox',
  SENT: '\\Sent',
  DRAFT: '\\Drafts',
  SPAM: '\\Junk',
  TRASH: '\\Trash',
}
/** What was archived carries no label. */
const ARCHIVE = '[Archive]'
export const ARCHIVED = 'has:nouserlabels -in:inbox -in:sent -in:draft -in:chats'

/** All labels that are folders. */
export async function labelsOf(calls: GmailCalls): Promise<readonly Label[]> {
  const { labels = [] } = await calls.ask((users) => users.labels.list({ userId: 'me' }))
  const found = labels.flatMap(({ id, name, type }): readonly Label[] => {
    if (!id || !name) return []
    const use = OWN[id] ?? null
    return use !== null || type === 'user' ? [{ id, folder: { path: name, use, isSelectable: true } }] : []
  })
  return [...found, { id: null, folder: { path: ARCHIVE, use: '\\Archive', isSelectable: true } }]
}
