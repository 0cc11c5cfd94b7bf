import { COLLECTIONS } from '../../../shared/collections.ts'
import {
  documentOf,
  type KnownDocument,
  mayRead,
  mayWrite,
  parseDocument,
} from '../../../shared/documents/documents.ts'
import type { Who } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import { LiveDocument } from './live-document.ts'
import type { Stores } from './stores.ts'
import { Turns } from './turns.ts'

/** Whose documents these are, and where they are kept. */
export interface Owner {
  readonly company: string
  readonly who: Who
  readonly stores: Stores
  /** Milliseconds since 1970, corrected: which quarters there are depends on it. */
  now(): number
}

export type DocumentListener = (changes: readonly Change[]) => void

/** How a document is fetched anew. */
export interface Renewal {
  /** Saves of the old copy what must not be lost; no command reaches it any more. */
  rescue(old: LiveDocument): Promise<void>
  /** Fills the empty document; false when that could not be done now, and then the old copy stays. */
  fetch(fresh: LiveDocument): Promise<boolean>
}

/**
 * The documents that are open on this device, and one feed of all their changes. A document that is let go leaves its
 * records standing with whoever follows the feed: when it is opened again, the feed says only what has changed.
 */
export class Documents {
  readonly #owner: Owner
  readonly #turns = new Turns()
  readonly #open = new Map<string, LiveDocument>()
  /** The rows of documents that were let go, by collection. */
  readonly #standing = new Map<string, ReadonlyMap<Collection, readonly Row<Collection>[]>>()
  readonly #listeners = new Set<DocumentListener>()

  constructor(owner: Owner) {
    this.#owner = owner
  }

  /** Opens a document and reads what this device keeps of it; its records come through the feed. */
  open(name: string): Promise<LiveDocument> {
    return this.#turns.take(name, async () => this.#open.get(name) ?? this.#read(name))
  }

  /** The document that is to hold a record, for commands: open, known, and allowed. Failures document-…, role-forbids. */
  require(collection: Collection, id: string, intent: 'read' | 'write'): LiveDocument {
    const name = this.nameFor(collection, id)
    const document = this.#open.get(name)
    if (!document) throw new Failure('document-closed', { document: name })
    if (intent === 'write') this.#checkWrite(name)
    return document
  }

  /** The name of the document that holds, or would hold, a record. Failure document-unknown for an id of no form. */
  nameFor(collection: Collection, id: string): string {
    try {
      return documentOf(this.#owner.company, collection.family, id)
    } catch (cause) {
      throw new Failure('document-unknown', { id }, { cause })
    }
  }

  /** The document, if it is open and read. */
  find(name: string): LiveDocument | undefined {
    return this.#open.get(name)
  }

  /** Names of the documents that are open. */
  names(): string[] {
    return [...this.#open.keys()]
  }

  /**
   * Lets a document go when all of it is on disk. `part` is asked in the task in which it goes: it says whether it may,
   * and parts it from the line. Resolves with whether it is gone; rejects with a DiskRefusal when that does not take it.
   */
  letGo(name: string, part: () => boolean): Promise<boolean> {
    return this.#turns.take(name, async () => {
      const document = this.#open.get(name)
      await document?.flushed()
      if (!document || !part()) return false
      this.#open.delete(name)
      this.#standing.set(name, this.#rowsOf(document))
      await document.close()
      return true
    })
  }

  /**
   * Drops what this device has of a document for what is fetched anew. Until that is here the old copy's records stand;
   * resolves with null when it could not be fetched.
   */
  renew(name: string, { rescue, fetch }: Renewal): Promise<LiveDocument | null> {
    return this.#turns.take(name, async () => {
      const old = this.#open.get(name) ?? (await this.#read(name))
      const fresh = new LiveDocument(name)
      let isHere = false
      this.#open.delete(name)
      try {
        await rescue(old)
        isHere = await fetch(fresh)
      } finally {
        if (!isHere) this.#open.set(name, old)
      }
      if (isHere) return this.#replace(old, fresh)
      await fresh.close()
      return null
    })
  }

  /** Calls `listener` with every change of every open document; returns its undo. */
  observe(listener: DocumentListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.#turns.ended()
    await Promise.all([...this.#open.values()].map((document) => document.close()))
  }

  async #read(name: string): Promise<LiveDocument> {
    const known = this.#parse(name)
    if (!known || known.company !== this.#owner.company) throw new Failure('document-unknown', { document: name })
    if (!mayRead(known, this.#owner.who)) throw new Failure('role-forbids', { document: name })
    const document = new LiveDocument(name)
    await this.#keep(document, false)
    return this.#show(document)
  }

  async #replace(old: LiveDocument, fresh: LiveDocument): Promise<LiveDocument> {
    this.#standing.set(old.name, this.#rowsOf(old))
    await old.close()
    await this.#keep(fresh, true)
    return this.#show(fresh)
  }

  #keep(document: LiveDocument, isAnew: boolean): Promise<void> {
    return document.keepIn(this.#owner.stores.open(this.#storeOf(document.name), document.doc, isAnew))
  }

  /** The document is there for commands, and the feed says what it brings. */
  #show(document: LiveDocument): LiveDocument {
    const { name } = document
    const collections = this.#collectionsIn(name)
    const standing = this.#standing.get(name)
    this.#standing.delete(name)
    this.#open.set(name, document)
    for (const collection of collections) {
      this.#emit(document.changesFrom(collection, standing?.get(collection) ?? []))
    }
    document.follow(collections, (changes) => this.#emit(changes))
    return document
  }

  #checkWrite(name: string): void {
    const known = this.#parse(name)
    if (!known || !mayWrite(known, this.#owner.who)) throw new Failure('role-forbids', { document: name })
  }

  #parse(name: string): KnownDocument | null {
    return parseDocument(name, this.#owner.now())
  }

  #collectionsIn(name: string): Collection[] {
    const family = this.#parse(name)?.family
    return Object.values<Collection>(COLLECTIONS).filter((collection) => collection.family === family)
  }

  #rowsOf(document: LiveDocument): Map<Collection, readonly Row<Collection>[]> {
    return new Map(this.#collectionsIn(document.name).map((one) => [one, [...document.records(one).rows()]]))
  }

  /** Stores are named company/user/document: a second person on the device sees nothing of the first. */
  #storeOf(name: string): string {
    return `${this.#owner.company}/${this.#owner.who.user}/${name}`
  }

  #emit(changes: readonly Change[]): void {
    if (changes.length === 0) return
    for (const listener of this.#listeners) listener(changes)
  }
}
