import type { Box, BoxFolder, FolderState, OpenFolder } from '../box.ts'
import { MailFault } from '../imap/fault.ts'
import type { GmailCalls } from './calls.ts'
import { GmailFolder, VALIDITY } from './gmail-folder.ts'
import { type Label, labelsOf } from './labels.ts'
import { Listing } from './listing.ts'

/** A mailbox over Gmail’s interface: labels are its folders (SPEC MW9 to MW11). */
export class GmailBox implements Box {
  readonly #calls: GmailCalls
  /** By path. */
  readonly #listings = new Map<string, Listing>()
  #labels: readonly Label[] = []

  constructor(calls: GmailCalls) {
    this.#calls = calls
  }

  async folders(): Promise<readonly BoxFolder[]> {
    this.#labels = await labelsOf(this.#calls)
    return this.#labels.map(({ folder }) => folder)
  }

  async state(path: string): Promise<FolderState | null> {
    const label = await this.#labelAt(path)
    if (!label) return null
    const listing = await this.#listingOf(path, label)
    return { validity: VALIDITY, modseq: listing.history, exists: listing.ids.size, next: 0 }
  }

  async within<T>(path: string, work: (folder: OpenFolder) => Promise<T>): Promise<T> {
    const label = await this.#known(path)
    const listing = await this.#listingOf(path, label)
    return await work(new GmailFolder({ calls: this.#calls, label, listing, labelOf: (one) => this.#known(one) }))
  }

  async append(path: string, raw: Uint8Array): Promise<void> {
    const { id } = await this.#known(path)
    const requestBody = { raw: Buffer.from(raw).toString('base64url'), labelIds: id === null ? [] : [id] }
    await this.#calls.ask((users) => users.messages.insert({ userId: 'me', requestBody }))
  }

  /** There is no line that stands. */
  async close(): Promise<void> {
    this.#listings.clear()
  }

  async #known(path: string): Promise<Label> {
    const label = await this.#labelAt(path)
    if (!label) throw new MailFault('declined', path)
    return label
  }

  async #labelAt(path: string): Promise<Label | undefined> {
    const at = () => this.#labels.find(({ folder }) => folder.path === path)
    if (!at()) await this.folders()
    return at()
  }

  async #listingOf(path: string, label: Label): Promise<Listing> {
    const listing = this.#listings.get(path) ?? new Listing(this.#calls, label)
    this.#listings.set(path, listing)
    await listing.refresh()
    return listing
  }
}
