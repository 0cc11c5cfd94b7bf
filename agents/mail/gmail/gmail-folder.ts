import type { gmail_v1 } from '@googleapis/gmail'
import { pause } from '../../runtime/pause.ts'
import type { Fetched, Listed, OpenFolder } from '../box.ts'
import { MailFault } from '../imap/fault.ts'
import type { GmailCalls } from './calls.ts'
import type { Label } from './labels.ts'
import { historySince, type Listing } from './listing.ts'
import { uidsOf } from './uids.ts'

/** Of all boxes: ids are never given to another letter. */
export const VALIDITY = 'gmail'
/** So many letters are asked for at once. */
const AT_ONCE = 8
/** How often it is looked whether something changed, ms. */
const LOOK = 15_000
/** Marks as labels: what is not unread is seen. */
const MARKS: Readonly<Record<string, { readonly label: string; readonly isWithout?: true }>> = {
  '\\Seen': { label: 'UNREAD', isWithout: true },
  '\\Flagged': { label: 'STARRED' },
}

interface Ground {
  readonly calls: GmailCalls
  readonly label: Label
  readonly listing: Listing
  /** The label that a path is of. */
  readonly labelOf: (path: string) => Promise<Label>
}

/** A label while it is open (SPEC MW9 to MW11). */
export class GmailFolder implements OpenFolder {
  readonly #ground: Ground
  readonly validity = VALIDITY
  /** No number says what a new one may have: ids grow with time, and an old letter may come into a folder. */
  readonly next = 0
  /** What has gone is told by what is listed. */
  readonly vanished: readonly number[] = []
  #ids: ReadonlyMap<number, string> = new Map()
  #uids: ReadonlyMap<string, number> = new Map()

  constructor(ground: Ground) {
    this.#ground = ground
    this.#number()
  }

  get modseq(): string | null {
    return this.#ground.listing.history
  }

  get exists(): number {
    return this.#ground.listing.ids.size
  }

  async uids(above = 0): Promise<readonly number[]> {
    await this.#refresh()
    const added = this.#ground.listing.takeAdded()
    const late = new Set([...added].map((id) => this.#uids.get(id)))
    return [...this.#ids.keys()].filter((uid) => uid > above || late.has(uid)).sort((a, b) => a - b)
  }

  async named(messageId: string): Promise<readonly number[]> {
    const { calls, label } = this.#ground
    const within = label.id === null ? {} : { labelIds: [label.id], includeSpamTrash: true }
    const asked = { userId: 'me', q: `rfc822msgid:${messageId}`, ...within }
    const { messages = [] } = await calls.ask((users) => users.messages.list(asked))
    await this.#refresh()
    return messages.flatMap(({ id }) => this.#uids.get(id ?? '') ?? [])
  }

  async list(uids: readonly number[]): Promise<readonly Listed[]> {
    const found = await this.#eachOf(uids, async (uid, id): Promise<Listed | null> => {
      const message = await this.#get(id, 'minimal')
      return message && listedOf(uid, message)
    })
    return found.flatMap((one) => one ?? [])
  }

  async changed(modseq: string): Promise<readonly Listed[] | null> {
    const told = await historySince(this.#ground.calls, modseq)
    await this.#refresh()
    // What Gmail has forgotten may have been anything.
    if (told === null) return await this.list([...this.#ids.keys()])
    const marked = told.records.flatMap(({ labelsAdded, labelsRemoved }) => [
      ...(labelsAdded ?? []),
      ...(labelsRemoved ?? []),
    ])
    const ids = new Set(marked.flatMap(({ message }) => message?.id ?? []))
    return await this.list([...ids].flatMap((id) => this.#uids.get(id) ?? []))
  }

  async *letters(uids: readonly number[]): AsyncIterable<Fetched> {
    for (let i = 0; i < uids.length; i += AT_ONCE) {
      const some = await this.#eachOf(uids.slice(i, i + AT_ONCE), async (uid, id) => ({
        uid,
        raw: await this.#raw(id),
      }))
      for (const { uid, raw } of some) if (raw) yield { uid, raw }
    }
  }

  async fetch(uid: number, _size: number, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const id = this.#ids.get(uid)
    const raw = id === undefined ? null : await this.#raw(id)
    return raw?.subarray(0, most) ?? null
  }

  async headers(uid: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const id = this.#ids.get(uid)
    const message = id === undefined ? null : await this.#get(id, 'metadata')
    const headers = message?.payload?.headers
    if (!headers) return null
    return new TextEncoder().encode(`${headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')}\r\n`)
  }

  async mark(uid: number, set: readonly string[], unset: readonly string[]): Promise<void> {
    const labels = (flags: readonly string[], isWithout: boolean) =>
      flags.flatMap((flag) => (MARKS[flag] && (MARKS[flag].isWithout ?? false) === isWithout ? MARKS[flag].label : []))
    const addLabelIds = [...labels(set, false), ...labels(unset, true)]
    const removeLabelIds = [...labels(unset, false), ...labels(set, true)]
    if (addLabelIds.length + removeLabelIds.length > 0) await this.#modify(uid, { addLabelIds, removeLabelIds })
  }

  async move(uid: number, path: string): Promise<number | null> {
    const [from, to] = [this.#ground.label.id, (await this.#ground.labelOf(path)).id]
    if (to === 'TRASH') await this.#ask(uid, (users, id) => users.messages.trash({ userId: 'me', id }))
    else {
      if (from === 'TRASH') await this.#ask(uid, (users, id) => users.messages.untrash({ userId: 'me', id }))
      const removeLabelIds = from === null || from === 'TRASH' || from === 'SENT' ? [] : [from]
      await this.#modify(uid, { addLabelIds: to === null ? [] : [to], removeLabelIds })
    }
    // Its number there is told by nobody: it is found as what is new.
    return null
  }

  async wait(within: number, signal: AbortSignal): Promise<void> {
    const until = Date.now() + within
    while (!signal.aborted && Date.now() < until) {
      const since = this.#ground.listing.history
      if (since === null || (await historySince(this.#ground.calls, since))?.records.length !== 0) return
      await pause(Math.min(LOOK, until - Date.now()), signal)
    }
  }

  async #refresh(): Promise<void> {
    await this.#ground.listing.refresh()
    this.#number()
  }

  #number(): void {
    this.#uids = uidsOf(this.#ground.listing.ids)
    this.#ids = new Map([...this.#uids].map(([id, uid]) => [uid, id]))
  }

  #get(id: string, format: 'minimal' | 'metadata' | 'raw'): Promise<gmail_v1.Schema$Message | null> {
    return this.#ground.calls.find((users) => users.messages.get({ userId: 'me', id, format }))
  }

  async #raw(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const message = await this.#get(id, 'raw')
    return message?.raw ? new Uint8Array(Buffer.from(message.raw, 'base64url')) : null
  }

  async #modify(uid: number, requestBody: gmail_v1.Schema$ModifyMessageRequest): Promise<void> {
    await this.#ask(uid, (users, id) => users.messages.modify({ userId: 'me', id, requestBody }))
  }

  async #ask<T>(
    uid: number,
    call: (users: gmail_v1.Resource$Users, id: string) => Promise<{ readonly data: T }>,
  ): Promise<T> {
    const id = this.#ids.get(uid)
    if (id === undefined) throw new MailFault('declined', `${uid}`)
    return await this.#ground.calls.ask((users) => call(users, id))
  }

  /** Of letters that it does not have, nothing is asked. */
  async #eachOf<T>(uids: readonly number[], work: (uid: number, id: string) => Promise<T>): Promise<readonly T[]> {
    const made: T[] = []
    for (let i = 0; i < uids.length; i += AT_ONCE) {
      const known = uids.slice(i, i + AT_ONCE).flatMap((uid) => {
        const id = this.#ids.get(uid)
        return id === undefined ? [] : [[uid, id] as const]
      })
      made.push(...(await Promise.all(known.map(([uid, id]) => work(uid, id)))))
    }
    return made
  }
}

function listedOf(uid: number, { labelIds, internalDate, sizeEstimate }: gmail_v1.Schema$Message): Listed {
  const labels = labelIds ?? []
  const flags = Object.entries(MARKS).filter(([, { label, isWithout = false }]) => labels.includes(label) !== isWithout)
  const said = flags.map(([flag]) => flag).sort()
  return { uid, flags: said.join(' '), received: Number(internalDate ?? 0), size: sizeEstimate ?? 0 }
}
