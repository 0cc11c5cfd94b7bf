import { expect } from 'vitest'
import * as Y from 'yjs'
import { openRawLine, type RawLine } from '../../../sync-server/sync/testing/raw-line.ts'
import type { TestSync } from '../../../sync-server/sync/testing/sync-server.ts'

/** Clients that hold to no rule, and one document of a server that they are at. */
export class ByHand {
  readonly #server: TestSync
  /** The document's whole name. */
  readonly document: string
  readonly #lines: RawLine[] = []

  /** `rest` is the document's name without the company. */
  constructor(server: TestSync, rest: string) {
    this.#server = server
    this.document = `${server.company}/${rest}`
  }

  /** A line of the user's that nobody was let in on. */
  async open(user: string): Promise<RawLine> {
    const raw = await openRawLine(this.#server.url, user)
    this.#lines.push(raw)
    return raw
  }

  /** A line of the user's on which the replica was let in to the document, and has said that it has nothing. */
  async line(user: string, replica: string): Promise<RawLine> {
    const raw = await this.open(user)
    raw.auth(this.document, `replica:${replica}`)
    await expect.poll(() => raw.heard).toContain('auth')
    raw.sync(this.document, 1, Y.encodeStateAsUpdate(new Y.Doc()))
    return raw
  }

  /** The document as it is stored. */
  async stored(): Promise<Y.Doc> {
    const { state, updates } = await this.#server.storage.load(this.document)
    const doc = new Y.Doc()
    for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
    return doc
  }

  /** The orders of the document as it is stored, with the length of their trail. */
  async standing(): Promise<{ readonly orders: Record<string, unknown>; readonly trail: number }> {
    const orders = (await this.stored()).getMap('orders').toJSON()
    const ids = new Set(Object.keys(orders).map((key) => key.split(/[/#]/)[0] ?? ''))
    const trail = await Promise.all(
      [...ids].map((record) => this.#server.storage.audit({ collection: 'orders', record }, null, 1000)),
    )
    return { orders, trail: trail.flatMap(({ entries }) => entries).length }
  }

  close(): void {
    for (const line of this.#lines) line.close()
  }
}
