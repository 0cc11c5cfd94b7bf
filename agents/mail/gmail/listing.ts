import type { gmail_v1 } from '@googleapis/gmail'
import type { GmailCalls } from './calls.ts'
import { ARCHIVED, type Label } from './labels.ts'

const PAGE = 500

/** The letters of a label, kept by the history of the box, and listed anew where that has been forgotten (SPEC MW9). */
export class Listing {
  readonly #calls: GmailCalls
  readonly #label: Pick<Label, 'id'>
  readonly #ids = new Set<string>()
  /** Those that came to light since `takeAdded`. */
  #added = new Set<string>()
  #history: string | null = null

  constructor(calls: GmailCalls, label: Pick<Label, 'id'>) {
    this.#calls = calls
    this.#label = label
  }

  get ids(): ReadonlySet<string> {
    return this.#ids
  }

  /** How far the history was heard. */
  get history(): string | null {
    return this.#history
  }

  /** Letters that came to light since this was asked last, however old they are. */
  takeAdded(): ReadonlySet<string> {
    const added = this.#added
    this.#added = new Set()
    return added
  }

  async refresh(): Promise<void> {
    const told = this.#history === null ? null : await historySince(this.#calls, this.#history)
    if (told === null) return await this.#listAnew()
    this.#history = told.upto
    if (told.records.length === 0) return
    // What carries no label is told of by nothing but its absence.
    if (this.#label.id === null) await this.#listAnew()
    else for (const record of told.records) this.#take(record, this.#label.id)
  }

  async #listAnew(): Promise<void> {
    // What happens meanwhile is heard again.
    const { historyId } = await this.#calls.ask((users) => users.getProfile({ userId: 'me' }))
    const listed = await this.#listed()
    for (const id of this.#ids) if (!listed.has(id)) this.#ids.delete(id)
    for (const id of listed) this.#add(id)
    this.#history = historyId ?? null
  }

  async #listed(): Promise<ReadonlySet<string>> {
    const { id } = this.#label
    const isHidden = id === 'SPAM' || id === 'TRASH'
    const what = id === null ? { q: ARCHIVED } : { labelIds: [id], includeSpamTrash: isHidden }
    const found = new Set<string>()
    for (let pageToken: string | undefined; ; ) {
      const asked = { userId: 'me', maxResults: PAGE, ...what, ...(pageToken && { pageToken }) }
      const { messages = [], nextPageToken } = await this.#calls.ask((users) => users.messages.list(asked))
      for (const message of messages) if (message.id) found.add(message.id)
      if (!nextPageToken) return found
      pageToken = nextPageToken
    }
  }

  #take({ messagesAdded, messagesDeleted, labelsAdded, labelsRemoved }: gmail_v1.Schema$History, label: string): void {
    for (const { message } of messagesAdded ?? []) if (message?.labelIds?.includes(label)) this.#add(message.id)
    for (const { message, labelIds } of labelsAdded ?? []) if (labelIds?.includes(label)) this.#add(message?.id)
    for (const { message, labelIds } of labelsRemoved ?? []) if (labelIds?.includes(label)) this.#remove(message?.id)
    for (const { message } of messagesDeleted ?? []) this.#remove(message?.id)
  }

  #add(id: string | null | undefined): void {
    if (!id || this.#ids.has(id)) return
    this.#ids.add(id)
    this.#added.add(id)
  }

  #remove(id: string | null | undefined): void {
    if (!id) return
    this.#ids.delete(id)
    this.#added.delete(id)
  }
}

/** What happened in a box since a history id, and up to which; null: Gmail has forgotten that. */
export async function historySince(calls: GmailCalls, since: string) {
  const records: gmail_v1.Schema$History[] = []
  let upto = since
  for (let pageToken: string | undefined; ; ) {
    const asked = { userId: 'me', startHistoryId: since, maxResults: PAGE, ...(pageToken && { pageToken }) }
    const page = await calls.find((users) => users.history.list(asked))
    if (page === null) return null
    records.push(...(page.history ?? []))
    upto = page.historyId ?? upto
    if (!page.nextPageToken) return { records, upto }
    pageToken = page.nextPageToken
  }
}
