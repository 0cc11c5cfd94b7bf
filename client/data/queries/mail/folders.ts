import { mailAccounts } from '../../../../shared/letters/collections.ts'
import type { Directory } from '../directory.ts'
import type { Stand } from './entry.ts'
import type { FolderUse } from './query.ts'

/** The accounts that who looks has boxes of, and what their folders are for. */
export class Folders {
  readonly #directory: Directory
  readonly #user: string
  #uses = new Map<string, FolderUse>()
  #own = new Set<string>()
  #text = ''

  constructor(directory: Directory, user: string) {
    this.#directory = directory
    this.#user = user
    this.read()
  }

  /** Reads accounts anew; whether a folder is for something else now, or there are other boxes. */
  read(): boolean {
    this.#uses = new Map()
    this.#own = new Set()
    for (const { id, gone, owner, sentFolder, archiveFolder, trashFolder } of this.#directory.all(mailAccounts)) {
      if (!gone && (owner === null || owner === this.#user)) this.#own.add(id)
      for (const [use, path] of Object.entries({ sent: sentFolder, archive: archiveFolder, trash: trashFolder }))
        if (typeof path === 'string') this.#uses.set(keyOf(id, path), use as FolderUse)
    }
    const text = JSON.stringify([[...this.#own], [...this.#uses]])
    const isNew = text !== this.#text
    this.#text = text
    return isNew
  }

  use({ account, folder }: Pick<Stand, 'account' | 'folder'>): FolderUse | null {
    if (folder.toUpperCase() === 'INBOX') return 'inbox'
    return this.#uses.get(keyOf(account, folder)) ?? null
  }

  /** Whether it is a box of who looks. */
  has(account: string): boolean {
    return this.#own.has(account)
  }
}

export function keyOf(account: string, folder: string): string {
  return `${account}/${folder}`
}
