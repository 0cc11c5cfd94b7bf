import * as Y from 'yjs'
import type { Collection, Row } from '../../../shared/records/collection.ts'
import { type Change, RecordSet } from '../../../shared/records/record-set.ts'
import type { OpenDocument } from '../../../shared/records/transaction.ts'
import { forget, type Persistence, persist } from './persistence.ts'

/** Called with what changed in a document; the same for every collection. */
export type OnChanges = (changes: readonly Change[]) => void

/** A document that is open on this device: its Yjs document, its store, and the records in it. */
export class LiveDocument implements OpenDocument {
  readonly name: string
  readonly doc = new Y.Doc({ gc: true })
  readonly #persistence: Persistence
  readonly #sets = new Map<string, RecordSet<Collection>>()

  /** `store` is the name of its IndexedDB database; null keeps it in memory alone. */
  constructor(name: string, store: string | null) {
    this.name = name
    this.#persistence = store === null ? forget() : persist(store, this.doc)
  }

  /** Resolves when all that this device keeps of the document has been read. */
  get loaded(): Promise<unknown> {
    return this.#persistence.loaded
  }

  /** Resolves when all that was written so far is on disk. */
  flushed(): Promise<void> {
    return this.#persistence.flushed()
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

  /** All records of a collection, as changes that bring them (`into`) or take them away. */
  asChanges(collection: Collection, way: 'come' | 'go'): Change[] {
    const changes: Change[] = []
    for (const row of this.records(collection).rows()) changes.push(asChange(collection, row, way))
    return changes
  }

  async close(): Promise<void> {
    for (const set of this.#sets.values()) set.close()
    await this.#persistence.close()
    this.doc.destroy()
  }
}

function asChange(collection: Collection, row: Row<Collection>, way: 'come' | 'go'): Change {
  return {
    collection,
    id: row.id,
    before: way === 'go' ? row : null,
    after: way === 'come' ? row : null,
    origin: 'load',
  }
}
