import { setTimeout as after } from 'node:timers/promises'
import type { ImapFlow, ListResponse, MailboxOpenOptions } from 'imapflow'
import type { Box, BoxFolder, FolderState, Known, OpenFolder } from '../box.ts'
import { asked, MailFault } from './fault.ts'
import { ImapFolder } from './imap-folder.ts'

/** So long a server may take to say goodbye, ms. */
const LEAVING = 2000
/** Folders that hold no letters of their own. */
const NOT_SELECTABLE = ['\\Noselect', '\\NonExistent']

/** A mailbox over IMAP (RFC 3501, 9051). */
export class ImapBox implements Box {
  readonly #client: ImapFlow
  #turn: Promise<unknown> = Promise.resolve()

  constructor(client: ImapFlow) {
    this.#client = client
  }

  async folders(): Promise<readonly BoxFolder[]> {
    return (await asked(() => this.#client.list())).map(folderOf)
  }

  async state(path: string): Promise<FolderState | null> {
    const query = { messages: true, uidNext: true, uidValidity: true, highestModseq: true }
    try {
      const found = await asked(() => this.#client.status(path, query))
      if (found === false) return null
      const { uidValidity, highestModseq, messages, uidNext } = found
      return {
        validity: String(uidValidity ?? ''),
        modseq: highestModseq ? String(highestModseq) : null,
        exists: messages ?? 0,
        next: uidNext ?? 0,
      }
    } catch (error) {
      // A folder that is no more is answered by NO.
      if (error instanceof MailFault && error.kind === 'declined') return null
      throw error
    }
  }

  within<T>(path: string, work: (folder: OpenFolder) => Promise<T>, since: Known | null = null): Promise<T> {
    const mine = this.#turn.then(() => this.#within(path, work, since))
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  async append(path: string, raw: Uint8Array): Promise<void> {
    const done = await asked(() => this.#client.append(path, Buffer.from(raw), ['\\Seen']))
    if (!done) throw new MailFault('declined', path)
  }

  async close(): Promise<void> {
    // Leaving is a courtesy: a line that is broken, or a server that says nothing, is left otherwise.
    await Promise.race([this.#client.logout(), after(LEAVING, undefined, { ref: false })]).catch(() => undefined)
    this.#client.close()
  }

  async #within<T>(path: string, work: (folder: OpenFolder) => Promise<T>, since: Known | null): Promise<T> {
    // Always opened anew: what stands about it is of now.
    const folder = new ImapFolder(this.#client, path)
    try {
      await asked(() => this.#client.mailboxOpen(path, knownBy(since)))
      folder.isOpen()
      return await work(folder)
    } finally {
      folder.end()
    }
  }
}

/** Whoever knows no MODSEQ is told of nothing that has gone. */
function knownBy(since: Known | null): MailboxOpenOptions {
  return since === null || since.modseq === null ? {} : { uidValidity: since.validity, changedSince: since.modseq }
}

function folderOf({ path, flags, specialUse }: ListResponse): BoxFolder {
  return { path, use: specialUse ?? null, isSelectable: !NOT_SELECTABLE.some((flag) => flags.has(flag)) }
}
