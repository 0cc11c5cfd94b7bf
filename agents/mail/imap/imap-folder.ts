import type { ExpungeEvent, FetchMessageObject, ImapFlow, MailboxObject } from 'imapflow'
import type { Fetched, Listed, OpenFolder } from '../box.ts'
import { linesOf } from './envelope.ts'
import { asked, MailFault } from './fault.ts'

/** What tells of changes in the folder that is open. */
const EVENTS = ['exists', 'expunge', 'flags'] as const
/** The longest part of a letter that is asked for at once, bytes: the line holds it beside the letter. */
const PART = 4 * 1024 * 1024
const LISTED = { uid: true, flags: true, internalDate: true, size: true } as const
const BY_UID = { uid: true } as const

/** A folder while it is open on a line. */
export class ImapFolder implements OpenFolder {
  readonly #client: ImapFlow
  readonly #path: string
  #isChanged = false
  #tell: () => void = () => undefined
  #mailbox: MailboxObject | null = null
  readonly #vanished: number[] = []
  readonly #note = ({ path, uid }: ExpungeEvent) => {
    if (path === this.#path && uid !== undefined) this.#vanished.push(uid)
  }
  readonly #hear = () => {
    this.#isChanged = true
    this.#tell()
  }

  constructor(client: ImapFlow, path: string) {
    this.#client = client
    this.#path = path
    for (const event of EVENTS) client.on(event, this.#hear)
    client.on('expunge', this.#note)
    client.on('close', this.#hear)
  }

  /** A folder without UIDVALIDITY, or under no number, has no letters that could be told from others (RFC 3501, 2.3.1.1). */
  isOpen(): void {
    const { mailbox } = this.#client
    if (!mailbox) throw new MailFault('unreachable', this.#path)
    if (!mailbox.uidValidity) throw new MailFault('unreachable', `${this.#path}: no UIDVALIDITY`)
    this.#mailbox = { ...mailbox }
    this.#isChanged = false
  }

  end(): void {
    for (const event of EVENTS) this.#client.off(event, this.#hear)
    this.#client.off('expunge', this.#note)
    this.#client.off('close', this.#hear)
  }

  get vanished(): readonly number[] {
    return this.#vanished
  }

  get validity(): string {
    return String(this.#opened.uidValidity)
  }

  get modseq(): string | null {
    const { highestModseq, noModseq } = this.#opened
    return highestModseq && !noModseq ? String(highestModseq) : null
  }

  get exists(): number {
    return this.#opened.exists
  }

  get next(): number {
    return this.#opened.uidNext
  }

  async uids(above = 0): Promise<readonly number[]> {
    this.#isChanged = false
    const query = above === 0 ? { all: true } : { uid: `${above + 1}:*` }
    const found = await this.#ask(() => this.#client.search(query, BY_UID))
    if (!Array.isArray(found)) throw new MailFault('declined', this.#path)
    // Who says that letters are there and names none says nothing: none of them is taken for gone.
    if (above === 0 && found.length === 0 && this.#exists > 0)
      throw new MailFault('unreachable', `${this.#path}: ${this.#exists} letters, and none is named`)
    // The last letter is in `n:*` even where it is below n.
    return found.filter((uid) => uid > above).sort((a, b) => a - b)
  }

  async named(messageId: string): Promise<readonly number[]> {
    const found = await this.#ask(() => this.#client.search({ header: { 'message-id': `<${messageId}>` } }, BY_UID))
    if (!Array.isArray(found)) throw new MailFault('declined', this.#path)
    return found
  }

  async list(uids: readonly number[]): Promise<readonly Listed[]> {
    if (uids.length === 0) return []
    return (await this.#ask(() => this.#client.fetchAll([...uids], LISTED, BY_UID))).flatMap(listedOf)
  }

  async changed(modseq: string): Promise<readonly Listed[] | null> {
    if (this.modseq === null) return null
    this.#isChanged = false
    const since = { ...BY_UID, changedSince: BigInt(modseq) }
    return (await this.#ask(() => this.#client.fetchAll('1:*', LISTED, since))).flatMap(listedOf)
  }

  async *letters(uids: readonly number[]): AsyncIterable<Fetched> {
    if (uids.length === 0) return
    const query = { uid: true, source: true } as const
    const all = this.#client.fetch([...uids], query, BY_UID)[Symbol.asyncIterator]()
    try {
      for (;;) {
        const { done, value } = await this.#ask(() => all.next())
        if (done) return
        if (value.source) yield { uid: value.uid, raw: new Uint8Array(value.source) }
      }
    } finally {
      await all.return?.(undefined)
    }
  }

  async fetch(uid: number, size: number, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
    let letter = new Uint8Array(Math.min(size, most))
    let length = 0
    while (length < most) {
      const source = { start: length, maxLength: Math.min(PART, most - length) }
      const found = await this.#ask(() => this.#client.fetchOne(`${uid}`, { uid: true, source }, BY_UID))
      const part = found ? found.source : undefined
      if (!part) return null
      if (length + part.length > letter.length) letter = grown(letter, length + part.length)
      letter.set(part, length)
      length += part.length
      // The size that a server tells may be wrong: what counts is where its bytes end.
      if (part.length < source.maxLength) break
    }
    return letter.subarray(0, length)
  }

  async headers(uid: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const found = await this.#ask(() => this.#client.fetchOne(`${uid}`, { uid: true, envelope: true }, BY_UID))
    return found && found.envelope !== undefined ? linesOf(found.envelope) : null
  }

  async mark(uid: number, set: readonly string[], unset: readonly string[]): Promise<void> {
    if (set.length > 0) await this.#do(() => this.#client.messageFlagsAdd(`${uid}`, [...set], BY_UID))
    if (unset.length > 0) await this.#do(() => this.#client.messageFlagsRemove(`${uid}`, [...unset], BY_UID))
  }

  async move(uid: number, path: string): Promise<number | null> {
    const moved = await this.#do(() => this.#client.messageMove(`${uid}`, path, BY_UID))
    return moved.uidMap?.get(uid) ?? null
  }

  async wait(within: number, signal: AbortSignal): Promise<void> {
    if (this.#isChanged || signal.aborted) return
    let timer: NodeJS.Timeout | undefined
    const over = new Promise<void>((resolve) => {
      this.#tell = resolve
      timer = setTimeout(resolve, within)
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    const idling = asked(() => this.#client.idle())
    try {
      await Promise.race([over, idling])
      // Whatever is said ends it.
      await this.#ask(() => this.#client.noop())
      await idling
    } finally {
      clearTimeout(timer)
      this.#tell = () => undefined
      idling.catch(() => undefined)
    }
  }

  /** How many letters are there now. */
  get #exists(): number {
    return this.#client.mailbox ? this.#client.mailbox.exists : 0
  }

  get #opened(): MailboxObject {
    if (!this.#mailbox) throw new MailFault('unreachable', this.#path)
    return this.#mailbox
  }

  /** Asks the folder that was opened: a line that has another one open, or none, is a broken one. */
  async #ask<T>(work: () => Promise<T>): Promise<T> {
    const { mailbox } = this.#client
    if (!mailbox || mailbox.path !== this.#opened.path || mailbox.uidValidity !== this.#opened.uidValidity)
      throw new MailFault('unreachable', this.#path)
    return await asked(work)
  }

  async #do<T>(work: () => Promise<T | false>): Promise<T> {
    const done = await this.#ask(work)
    if (done === false) throw new MailFault('declined', this.#path)
    return done
  }
}

function listedOf({ uid, flags, internalDate, size }: FetchMessageObject): Listed[] {
  // A row with flags alone is what the server says unasked.
  if (!flags || internalDate === undefined || size === undefined) return []
  return [{ uid, flags: [...flags].sort().join(' '), received: new Date(internalDate).getTime(), size }]
}

function grown(letter: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(length, letter.length + PART))
  larger.set(letter)
  return larger
}
