import type { Letter } from '../../../../shared/letters/collections.ts'
import type { Message } from '../../../../shared/messages/collections.ts'

/** What a folder is for. */
export type FolderUse = 'inbox' | 'sent' | 'archive' | 'trash'

/** The boxes that who looks has: the company's and the own ones, with their folders and what is unread there. */
export interface MailBoxesQuery {
  readonly what: 'mailBoxes'
}

export interface MailFolder {
  readonly path: string
  readonly use: FolderUse | null
  /** Letters. */
  readonly count: number
  readonly unread: number
}

export interface MailBox {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly isOwn: boolean
  /** How its server stands; null: nobody has said. */
  readonly state: string | null
  readonly trouble: string | null
  /** The inbox first, then as they are called. */
  readonly folders: readonly MailFolder[]
}

export interface MailBoxesAnswer {
  readonly what: 'mailBoxes'
  /** The company's first, then as they are called. */
  readonly boxes: readonly MailBox[]
  /** Unread letters of all inboxes. */
  readonly unread: number
  readonly starred: number
  /** Letters in that nobody knows of whom. */
  readonly unbound: number
  /** «Не разобрано». */
  readonly unparsed: number
  /** All letters of the device have been looked at. */
  readonly isWhole: boolean
}

/** Where one looks for letters. */
export type MailWhere =
  | { readonly in: 'inbox' | 'all' | 'starred' | 'unbound' | 'unparsed' }
  | { readonly in: 'folder'; readonly account: string; readonly folder: string }
  | { readonly in: 'account'; readonly account: string }
  | { readonly in: 'customer'; readonly customer: string }
  | { readonly in: 'order'; readonly order: string }

/** Threads that have a letter there, that with the newest one first. */
export interface MailThreadsQuery {
  readonly what: 'mailThreads'
  readonly where: MailWhere
  readonly onlyUnread: boolean
  /** Words, as of the search over everything; empty: none. */
  readonly search: string
  /** Positions; `to` is the first that is not wanted. */
  readonly from: number
  readonly to: number
}

export interface MailThreadRow {
  /** The id of its first letter. */
  readonly id: string
  /** Its letters that stand there, the newest first. */
  readonly letters: readonly string[]
  /** When the newest of these came, ms since 1970. */
  readonly at: number
  readonly subject: string | null
  readonly snippet: string | null
  /** Who wrote, by names or addresses, in order; null: one of us. */
  readonly people: readonly (string | null)[]
  /** To whom the newest went, where one of us wrote all of it. */
  readonly to: string | null
  /** Letters in all of the thread. */
  readonly count: number
  readonly unread: number
  readonly isStarred: boolean
  readonly hasFiles: boolean
  readonly isAnswered: boolean
  readonly customer: string | null
  readonly customerName: string | null
  readonly orderNumber: string | null
}

export interface MailThreadsAnswer {
  readonly what: 'mailThreads'
  readonly length: number
  readonly from: number
  readonly rows: readonly MailThreadRow[]
  readonly isWhole: boolean
}

/** The letters of a thread, by any of them. */
export interface MailThreadQuery {
  readonly what: 'mailThread'
  readonly letter: string
}

/** A letter with the names of what it refers to. */
export interface ShownLetter {
  readonly id: string
  readonly letter: Letter
  readonly at: number
  readonly isUnread: boolean
  readonly isStarred: boolean
  readonly customerName: string | null
  readonly contactName: string | null
  readonly orderNumber: string | null
  readonly orderSort: string | null
  /** Other unbound letters of who wrote it, the newest first. */
  readonly sameSender: readonly string[]
}

export interface MailThreadAnswer {
  readonly what: 'mailThread'
  /** The letter that was asked for. */
  readonly letter: string
  /** The id of the first of its thread, by which lists know it; null: it is not here. */
  readonly thread: string | null
  /** In the order in which they came; none: it is not here. */
  readonly letters: readonly ShownLetter[]
  /** What answers one of them and has not come in as a letter yet. */
  readonly underWay: readonly Message[]
  readonly isWhole: boolean
}
