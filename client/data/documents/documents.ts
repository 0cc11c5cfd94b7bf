import { COLLECTIONS } from '../../../shared/collections.ts'
import { documentOf, mayRead, mayWrite, parseDocument } from '../../../shared/documents/documents.ts'
import type { Who } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Collection } from '../../../shared/records/collection.ts'
import type { Change } from '../../../shared/records/record-set.ts'
import { LiveDocument } from './live-document.ts'
import { discard } from './persistence.ts'

/** Whose documents these are. */
export interface Owner {
  readonly company: string
  readonly who: Who
  /** False keeps everything in memory: the browser gives no storage. */
  readonly stored: boolean
}

export type DocumentListener = (changes: readonly Change[]) => void

/** The documents that are open on this device, and one feed of all their changes. */
export class Documents {
  readonly #owner: Owner
  readonly #open = new Map<string, Promise<LiveDocument>>()
  readonly #ready = new Map<string, LiveDocument>()
  readonly #listeners = new Set<DocumentListener>()

  constructor(owner: Owner) {
    this.#owner = owner
  }

  /** Opens a document and reads what this device keeps of it; its records come through the feed. */
  open(name: string): Promise<LiveDocument> {
    const opening = this.#open.get(name) ?? this.#load(name)
    this.#open.set(name, opening)
    return opening
  }

  /** The document that is to hold a record, for commands: open, known, and allowed. Failures document-…, role-forbids. */
  require(collection: Collection, id: string, intent: 'read' | 'write'): LiveDocument {
    const document = this.#ready.get(this.nameFor(collection, id))
    if (!document) throw new Failure('document-closed', { collection: collection.name, id })
    if (intent === 'write') this.#checkWrite(document.name)
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
    return this.#ready.get(name)
  }

  all(): IterableIterator<LiveDocument> {
    return this.#ready.values()
  }

  /** Drops what this device has of a document and opens it empty, to be fetched anew. Its records go through the feed. */
  async renew(name: string): Promise<LiveDocument> {
    const old = this.#ready.get(name)
    this.#ready.delete(name)
    this.#open.delete(name)
    if (old) {
      this.#tell(old, 'go')
      await old.close()
    }
    if (this.#owner.stored) await discard(this.#storeOf(name))
    return this.open(name)
  }

  /** Calls `listener` with every change of every open document; returns its undo. */
  observe(listener: DocumentListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#ready.values()].map((document) => document.close()))
  }

  async #load(name: string): Promise<LiveDocument> {
    const known = parseDocument(name, Date.now())
    if (!known || known.company !== this.#owner.company) throw new Failure('document-unknown', { document: name })
    if (!mayRead(known, this.#owner.who)) throw new Failure('role-forbids', { document: name })
    const document = new LiveDocument(name, this.#owner.stored ? this.#storeOf(name) : null)
    await document.loaded
    this.#ready.set(name, document)
    this.#tell(document, 'come')
    document.follow(collectionsOf(known.family), (changes) => this.#emit(changes))
    return document
  }

  #checkWrite(name: string): void {
    const known = parseDocument(name, Date.now())
    if (!known || !mayWrite(known, this.#owner.who)) throw new Failure('role-forbids', { document: name })
  }

  /** Stores are named company/user/document: a second person on the device sees nothing of the first. */
  #storeOf(name: string): string {
    return `${this.#owner.company}/${this.#owner.who.user}/${name}`
  }

  #tell(document: LiveDocument, way: 'come' | 'go'): void {
    const family = parseDocument(document.name, Date.now())?.family
    for (const collection of collectionsOf(family)) this.#emit(document.asChanges(collection, way))
  }

  #emit(changes: readonly Change[]): void {
    if (changes.length === 0) return
    for (const listener of this.#listeners) listener(changes)
  }
}

function collectionsOf(family: string | undefined): Collection[] {
  return Object.values<Collection>(COLLECTIONS).filter((collection) => collection.family === family)
}
