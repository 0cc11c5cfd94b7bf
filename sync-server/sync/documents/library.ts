import * as Y from 'yjs'
import { type KnownDocument, parseDocument } from '../../../shared/documents/documents.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Storage } from '../../storage/storage.ts'
import { Opened } from './opened.ts'

/** How many copies are kept when nobody needs them any more. */
const KEPT_COPIES = 16

/** What the server's own changes to a document carry as their origin: Hocuspocus then plans no storing of its own. */
export const SERVER_ORIGIN = { source: 'local', skipStoreHooks: true } as const

/**
 * The documents in memory, one of each name. Documents are opened between the journal's turns only, so what is read
 * from storage is all there is, and every later update is applied to what is open here.
 */
export class Library {
  readonly #storage: Storage
  readonly #open = new Map<string, Opened>()
  readonly #pens = new Map<string, number>()

  constructor(storage: Storage) {
    this.#storage = storage
  }

  /** The document, if it is open. */
  find(name: string): Opened | undefined {
    return this.#open.get(name)
  }

  get size(): number {
    return [...this.#open.values()].filter((open) => open.isLive).length
  }

  /**
   * Fills a document that devices are about to hold open and puts it in the place of a copy. Failures:
   * document-unknown, document-damaged.
   */
  async openLive(name: string, doc: Y.Doc): Promise<void> {
    const known = knownAs(name)
    const generation = await this.#fill(name, doc)
    this.#put(new Opened(known, doc, true, this.#penOf(name), generation))
    doc.on('destroy', () => this.#forget(name, doc))
  }

  /** The document as it is open, else a copy. Failures as of `openLive`. */
  async open(name: string): Promise<Opened> {
    const present = this.#open.get(name)
    if (present) return present
    const known = knownAs(name)
    const doc = new Y.Doc()
    const generation = await this.#fill(name, doc)
    const copy = new Opened(known, doc, false, this.#penOf(name), generation)
    this.#put(copy)
    return copy
  }

  /** Lets go of a document that stands in storage as another one now: it is read anew, and written as by somebody else. */
  retire(name: string): void {
    this.#open.get(name)?.close()
    this.#open.delete(name)
    this.#pens.delete(name)
  }

  /** Lets go of the copies that were opened longest ago; to be called when none is in use. */
  trim(): void {
    const copies = [...this.#open.values()].filter((open) => !open.isLive)
    for (const copy of copies.slice(0, Math.max(0, copies.length - KEPT_COPIES))) this.#forget(copy.name, copy.doc)
  }

  /** Reads a document from storage; gives its generation. */
  async #fill(name: string, doc: Y.Doc): Promise<string> {
    const { state, updates, generation } = await this.#storage.load(name)
    try {
      doc.transact(() => {
        for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update, SERVER_ORIGIN)
      }, SERVER_ORIGIN)
    } catch (error) {
      throw new Failure('document-damaged', { document: name }, { cause: error })
    }
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Failure('document-damaged', { document: name })
    return generation
  }

  #put(opened: Opened): void {
    this.#open.get(opened.name)?.close()
    this.#open.delete(opened.name)
    this.#open.set(opened.name, opened)
  }

  #forget(name: string, doc: Y.Doc): void {
    const present = this.#open.get(name)
    if (present?.doc !== doc) return
    present.close()
    this.#open.delete(name)
  }

  #penOf(name: string): number {
    const pen = this.#pens.get(name) ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
    this.#pens.set(name, pen)
    return pen
  }
}

function knownAs(name: string): KnownDocument {
  const known = parseDocument(name, Date.now())
  if (!known) throw new Failure('document-unknown', { document: name })
  return known
}
