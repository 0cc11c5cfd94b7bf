import * as Y from 'yjs'
import { type Columns, columnsOf } from '../../../shared/columns/columns.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import { type Change, RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { OpenDocument } from '../../../shared/records/writing/transaction.ts'
import type { Store } from './stores.ts'

/** Called with what changed in a document; the same for every collection. */
export type OnChanges = (changes: readonly Change[]) => void

/** A document that is open on this device: its Yjs document, its store, and the records in it. */
export class LiveDocument implements OpenDocument {
  readonly name: string
  readonly doc = new Y.Doc({ gc: true })
  readonly #sets = new Map<string, RecordSet<Collection>>()
  #store: Store | null = null
  /** Null while they are not of the document as it is. */
  #columns: Columns | null = null
  /** Whether its store has them, or has refused them. */
  #areKept = false
  #changedAt = 0

  constructor(name: string) {
    this.name = name
  }

  /** Gives the document its store; resolves when that has been read, or the disk gives nothing. */
  async keepIn(store: Store): Promise<void> {
    this.#store = store
    await store.loaded
    // Before its records tell of what has changed: whoever hears that may ask for columns.
    this.doc.on('beforeObserverCalls', () => {
      this.#columns = null
    })
    this.doc.on('update', () => {
      this.#areKept = false
      this.#changedAt = Date.now()
    })
  }

  /** Whether its columns are not of the document as it is, and it has rested for so long, ms. */
  isDue(rest: number): boolean {
    return !this.#areKept && Date.now() - this.#changedAt >= rest
  }

  /** Takes the columns that are of it: its store has them. */
  takeColumns(columns: Columns): void {
    this.#columns = columns
    this.#areKept = true
  }

  /** Its columns as it is now. */
  columns(collections: readonly Collection[]): Columns {
    this.#columns ??= columnsOf(collections, (collection) => this.records(collection).rows())
    return this.#columns
  }

  /** Has its store keep its columns, as far as the disk takes them. */
  async keepColumns(collections: readonly Collection[]): Promise<void> {
    if (this.#areKept) return
    await this.#store?.keepColumns(() => {
      this.#areKept = true
      return this.columns(collections)
    })
  }

  /** Whether this device's disk had nothing of it when it was opened. */
  get isFresh(): boolean {
    return this.#store?.isFresh ?? true
  }

  /** Resolves when all that was written so far is on disk; rejects with a DiskRefusal when that is not taken. */
  async flushed(): Promise<void> {
    await this.#store?.flushed()
  }

  records<C extends Collection>(collection: C): RecordSet<C> {
    const known = this.#sets.get(collection.name)
    const set = known ?? new RecordSet<Collection>(this.doc, collection)
    if (!known) this.#sets.set(collection.name, set)
    // A set stands under its collection's name, so it is the set of exactly this collection.
    return set as unknown as RecordSet<C>
  }

  /** Follows the collections' changes from now on. */
  follow(collections: readonly Collection[], listener: OnChanges): void {
    for (const collection of collections) this.records(collection).observe(listener)
  }

  /** What this document changes about the rows that stand of it elsewhere: none, where it is read for the first time. */
  changesFrom(collection: Collection, standing: Iterable<Row<Collection>>): Change[] {
    const set = this.records(collection)
    const before = new Set<string>()
    const changes: Change[] = []
    for (const row of standing) {
      before.add(row.id)
      const after = set.instead(row)
      if (after !== row) changes.push({ collection, id: row.id, before: row, after, origin: 'load' })
    }
    for (const row of set.rows()) {
      if (!before.has(row.id)) changes.push({ collection, id: row.id, before: null, after: row, origin: 'load' })
    }
    return changes
  }

  async close(): Promise<void> {
    for (const set of this.#sets.values()) set.close()
    await this.#store?.close()
    this.doc.destroy()
  }
}
