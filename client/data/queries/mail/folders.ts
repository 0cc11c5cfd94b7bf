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
  #addresses = new Set<string>()
  #text = ''

  constructor(directory: Directory, user: string) {
    this.#directory = directory
    this.#user = user
    this.read()
  }

  /** Reads accounts anew: whether a folder is for something else now, or there are other boxes, or other addresses are our own. */
  read(): 'nothing' | 'folders' | 'addresses' {
    const before = [...this.#addresses].join(' ')
    this.#uses = new Map()
    this.#own = new Set()
    this.#addresses = new Set()
    for (const account of this.#directory.all(mailAccounts)) {
      const { id, gone, owner, address, sentFolder, archiveFolder, trashFolder } = account
      if (address) this.#addresses.add(address.toLowerCase())
      if (!gone && (owner === null || owner === this.#user)) this.#own.add(id)
      for (const [use, path] of Object.entries({ sent: sentFolder, archive: archiveFolder, trash: trashFolder }))
        if (typeof path === 'string') this.#uses.set(keyOf(id, path), use as FolderUse)
    }
    const text = JSON.stringify([[...this.#own], [...this.#uses]])
    const isNew = text !== this.#text
    this.#text = text
    if (before !== [...this.#addresses].join(' ')) return 'addresses'
    return isNew ? 'folders' : 'nothing'
  }

  use({ account, folder }: Pick<Stand, 'account' | 'folder'>): FolderUse | null {
    if (folder.toUpperCase() === 'INBOX') return 'inbox'
    return this.#uses.get(keyOf(account, folder)) ?? null
  }

  /** Whether one of our accounts has an address, in lower case. */
  readonly isOwnAddress = (address: string): boolean => this.#addresses.has(address)

  /** Whether it is a box of who looks. */
  has(account: string): boolean {
    return this.#own.has(account)
  }
}

export function keyOf(account: string, folder: string): string {
  return `${account}/${folder}`
}
