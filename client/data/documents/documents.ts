import { areOrders, type Columns, collectionsOf } from '../../../shared/columns/columns.ts'
import type { Made } from '../../../shared/columns/kept.ts'
import type { Parcel } from '../../../shared/columns/parcel.ts'
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
import type { IndexParts } from '../../../shared/search/index/block.ts'
import type { Shelved } from '../../../shared/search/index/document.ts'
import { type FoundIn, isFoundIn } from '../../../shared/search/index/fields.ts'
import type { KeptIndex } from '../../../shared/search/index/kept.ts'
import { DiskRefusal } from '../disk/disk.ts'
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

/** So many changes at once are more work than all of the document anew. */
const MUCH = 1000

export type DocumentListener = (changes: readonly Change[]) => void

/** Whoever has a document's rows at hand. */
export interface RowsHolder {
  /** A document that is not open stands from its columns; where its rows stood already, they are the same. */
  stands(columns: Columns, isNew: boolean, document: string): void
  /** A document is open: these are its rows. Whatever differs from those that stood has come through the feed. */
  opened(collection: Collection, rows: Iterable<Row<Collection>>): void
}

/** Rows by collection. */
type RowsOf = (collection: Collection) => Iterable<Row<Collection>>

/** How a document is fetched anew. */
export interface Renewal {
  /** Saves of the old copy what must not be lost; no command reaches it any more. */
  rescue(old: LiveDocument): Promise<void>
  /** Fills the empty document in the old one's place; false when that could not be done now, and then the old copy stays. */
  fetch(fresh: LiveDocument, old: LiveDocument): Promise<boolean>
}

/**
 * The documents that are open on this device, and one feed of all their changes. A document that is let go leaves its
 * records standing, as columns, with whoever follows the feed: when it is opened again, the feed says only what has
 * changed. So it is with one that stands from the columns that were kept of it (columns/SPEC).
 */
export class Documents {
  readonly #owner: Owner
  readonly #turns = new Turns()
  readonly #open = new Map<string, LiveDocument>()
  /** Documents that are not open and whose rows stand. */
  readonly #standing = new Map<string, Columns>()
  readonly #listeners = new Set<DocumentListener>()
  readonly #holders = new Set<RowsHolder>()

  constructor(owner: Owner) {
    this.#owner = owner
  }

  /** Opens a document and reads what this device keeps of it; its records come through the feed. */
  open(name: string): Promise<LiveDocument> {
    return this.#turns.take(name, async () => this.#open.get(name) ?? this.#read(name))
  }

  /**
   * Lets a document that is not open stand from the columns that were kept of it; false where there are none that hold.
   * Failures as of `open`.
   */
  stand(name: string): Promise<boolean> {
    return this.#turns.take(name, async () => {
      if (this.#open.has(name) || this.#standing.has(name)) return true
      this.#check(name)
      const columns = await this.#owner.stores.columns(this.#storeOf(name), this.#collectionsIn(name))
      if (columns) this.#stand(name, columns, true)
      return columns !== null
    })
  }

  /** Whether a document is not here, nor anything of it on the disk. */
  isEmpty(name: string): Promise<boolean> {
    return this.#turns.take(name, async () => {
      if (this.#open.has(name) || this.#standing.has(name)) return false
      return this.#owner.stores.isEmpty(this.#storeOf(name))
    })
  }

  /**
   * Takes in whole a document of which this device has nothing: it stands on the disk and from its columns. False where
   * there is something of it, or the disk did not take it. Failures as of `open`.
   */
  take(name: string, parcel: Parcel): Promise<boolean> {
    return this.#turns.take(name, async () => {
      if (this.#open.has(name) || this.#standing.has(name)) return false
      this.#check(name)
      const columns = await this.#owner.stores.put(this.#storeOf(name), parcel, this.#collectionsIn(name))
      if (columns) this.#stand(name, columns, true)
      return columns !== null
    })
  }

  /**
   * Keeps the columns of a document that stays open, unless they are of it already or it has not rested for so long, ms;
   * gives whether it did.
   */
  keepColumns(name: string, rest: number): Promise<boolean> {
    return this.#turns.take(name, async () => {
      const document = this.#open.get(name)
      const isDue = document?.isDue(rest) ?? false
      if (isDue) await document?.keepColumns(this.#collectionsIn(name))
      return isDue
    })
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

  /** Documents whose records stand, open or from their columns. */
  standing(): string[] {
    return [...new Set([...this.#open.keys(), ...this.#standing.keys()])]
  }

  /** Whether a document has records that are searched. */
  isSearched(name: string): boolean {
    return this.#collectionsIn(name).some((one) => isFoundIn(one.name))
  }

  /** The ids of all records of a document that stands, those of each collection that is searched. */
  shelved(name: string): readonly Shelved[] {
    const collections = this.#collectionsIn(name).filter((one) => isFoundIn(one.name))
    const idsOf = (collection: Collection) => {
      const document = this.#open.get(name)
      if (document) return Array.from(document.records(collection).rows(), ({ id }) => id).sort()
      return this.#standing.get(name)?.sheaves.find((sheaf) => sheaf.collection === collection)?.ids ?? []
    }
    return collections.map((one) => ({ collection: one.name as FoundIn, ids: idsOf(one) }))
  }

  /** The index of words that this device keeps of a document; null where it keeps none that holds. */
  async index(name: string, tag: string, shelved: readonly Shelved[]): Promise<IndexParts | null> {
    return (await this.#isFlushed(name)) ? this.#owner.stores.index(this.#storeOf(name), tag, shelved) : null
  }

  /** Keeps an index of words; `make` gives null where the document is not any more what it was made of. */
  async keepIndex(name: string, tag: string, make: (made: Made) => KeptIndex | null): Promise<void> {
    if (await this.#isFlushed(name)) await this.#owner.stores.putIndex(this.#storeOf(name), tag, make)
  }

  /** Whether all that stands of a document is on disk. */
  async #isFlushed(name: string): Promise<boolean> {
    try {
      await this.#open.get(name)?.flushed()
      return true
    } catch (error) {
      if (!(error instanceof DiskRefusal)) throw error
      return false
    }
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
      const collections = this.#collectionsIn(name)
      await document.keepColumns(collections)
      this.#stand(name, document.columns(collections), false)
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
        isHere = await fetch(fresh, old)
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

  /** Tells `holder` of rows that stand, and of those of documents that were opened; returns its undo. */
  hold(holder: RowsHolder): () => void {
    this.#holders.add(holder)
    return () => this.#holders.delete(holder)
  }

  async close(): Promise<void> {
    await this.#turns.ended()
    await Promise.all([...this.#open.values()].map((document) => document.close()))
  }

  async #read(name: string): Promise<LiveDocument> {
    this.#check(name)
    const document = new LiveDocument(name)
    await this.#keep(document, false)
    return this.#show(document, this.#standing.get(name) ?? null)
  }

  #check(name: string): void {
    const known = this.#parse(name)
    if (!known || known.company !== this.#owner.company) throw new Failure('document-unknown', { document: name })
    if (!mayRead(known, this.#owner.who)) throw new Failure('role-forbids', { document: name })
  }

  async #replace(old: LiveDocument, fresh: LiveDocument): Promise<LiveDocument> {
    const rows = new Map(this.#collectionsIn(old.name).map((one) => [one, [...old.records(one).rows()]]))
    await old.close()
    await this.#keep(fresh, true)
    this.#showOver(fresh, (collection) => rows.get(collection) ?? [])
    return fresh
  }

  #keep(document: LiveDocument, isAnew: boolean): Promise<void> {
    return document.keepIn(this.#owner.stores.open(this.#storeOf(document.name), document.doc, isAnew))
  }

  /** A document that stood from its columns keeps them as long as they are of it. */
  #show(document: LiveDocument, columns: Columns | null): LiveDocument {
    this.#standing.delete(document.name)
    const isSame = this.#showOver(document, (collection) => rowsIn(columns, collection))
    if (columns && isSame) document.takeColumns(columns)
    return document
  }

  /** The document is there for commands, and the feed says what it brings; gives whether that is nothing. */
  #showOver(document: LiveDocument, standing: RowsOf): boolean {
    const collections = this.#collectionsIn(document.name)
    this.#open.set(document.name, document)
    let isSame = true
    for (const collection of collections) {
      const changes = document.changesFrom(collection, standing(collection))
      isSame &&= changes.length === 0
      this.#emit(changes)
      for (const holder of this.#holders) holder.opened(collection, document.records(collection).rows())
    }
    document.follow(collections, (changes) => this.#tell(document, collections, changes))
    return isSame
  }

  /** Much at once, as when a document is fetched, is told as columns: they are taken in as one. */
  #tell(document: LiveDocument, collections: readonly Collection[], changes: readonly Change[]): void {
    if (changes.length < MUCH || !areOrders(collections)) {
      this.#emit(changes)
      return
    }
    for (const holder of this.#holders) {
      holder.stands(document.columns(collections), true, document.name)
      for (const one of collections) holder.opened(one, document.records(one).rows())
    }
  }

  #stand(name: string, columns: Columns, isNew: boolean): void {
    this.#standing.set(name, columns)
    for (const holder of this.#holders) holder.stands(columns, isNew, name)
  }

  #checkWrite(name: string): void {
    const known = this.#parse(name)
    if (!known || !mayWrite(known, this.#owner.who)) throw new Failure('role-forbids', { document: name })
  }

  #parse(name: string): KnownDocument | null {
    return parseDocument(name, this.#owner.now())
  }

  #collectionsIn(name: string): Collection[] {
    return collectionsOf(this.#parse(name)?.family)
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

function rowsIn(columns: Columns | null, collection: Collection): Iterable<Row<Collection>> {
  return columns?.sheaves.find((sheaf) => sheaf.collection === collection)?.rows() ?? []
}
