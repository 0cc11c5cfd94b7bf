import type * as Y from 'yjs'
import type { Collection, Row } from './collection.ts'
import { idInKey } from './key.ts'
import { gather, type Writes } from './merge.ts'
import { readRow } from './row.ts'

/** What changed about a record: null before it arrived. A removed record's row stays, with `gone`. */
export interface Change<C extends Collection = Collection> {
  readonly collection: C
  readonly id: string
  readonly before: Row<C> | null
  readonly after: Row<C> | null
  /** The origin of the Yjs transaction: an act of ours, a provider, a storage. */
  readonly origin: unknown
}

type Texts = ReadonlyMap<string, unknown>
const NOTHING: Texts = new Map()

/** The records of one collection in one document: reading and the change feed. */
export class RecordSet<C extends Collection> {
  readonly collection: C
  readonly #map: Y.Map<unknown>
  readonly #keys = new Map<string, string[]>()
  readonly #rows = new Map<string, Row<C> | null>()
  readonly #listeners = new Set<(changes: readonly Change<C>[]) => void>()
  readonly #onEvent = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => this.#take(event, transaction.origin)

  constructor(doc: Y.Doc, collection: C) {
    this.collection = collection
    this.#map = doc.getMap(collection.name)
    for (const key of this.#map.keys()) this.#index(key)
    this.#map.observe(this.#onEvent)
  }

  /** Ids of all records and of all writes whose record has not arrived. */
  ids(): IterableIterator<string> {
    return this.#keys.keys()
  }

  /** The record as it reads now; null where there is none. The row is shared and must not be changed. */
  get(id: string): Row<C> | null {
    const known = this.#rows.get(id)
    if (known !== undefined) return known
    const row = readRow(this.collection, id, this.writes(id))
    this.#rows.set(id, row)
    return row
  }

  /** All records that are here, removed ones included. */
  *rows(): Generator<Row<C>> {
    for (const id of this.#keys.keys()) {
      const row = this.get(id)
      if (row) yield row
    }
  }

  /** All that is written about a record, with `pending` laid over what the document holds. */
  writes(id: string, pending: Texts = NOTHING): Writes {
    return gather(this.#texts(id, pending))
  }

  /** The record as it would read with `pending` laid over what the document holds. */
  peek(id: string, pending: Texts): Row<C> | null {
    return readRow(this.collection, id, this.writes(id, pending))
  }

  /** Calls `listener` with the changes of each transaction; returns its undo. */
  observe(listener: (changes: readonly Change<C>[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Lets the document go. */
  close(): void {
    this.#map.unobserve(this.#onEvent)
    this.#listeners.clear()
  }

  *#texts(id: string, pending: Texts): Generator<[string, unknown]> {
    for (const key of this.#keys.get(id) ?? []) {
      const text = pending.has(key) ? undefined : this.#map.get(key)
      if (text !== undefined) yield [key, text]
    }
    for (const [key, text] of pending) {
      if (text !== undefined && idInKey(key) === id) yield [key, text]
    }
  }

  #index(key: string): string {
    const id = idInKey(key)
    const keys = this.#keys.get(id)
    if (keys) keys.push(key)
    else this.#keys.set(id, [key])
    return id
  }

  #take(event: Y.YMapEvent<unknown>, origin: unknown): void {
    const touched = new Map<string, Map<string, unknown>>()
    for (const [key, { action, oldValue }] of event.changes.keys) {
      const id = this.#touch(key, action)
      const earlier = touched.get(id) ?? new Map<string, unknown>()
      touched.set(id, earlier.set(key, action === 'add' ? undefined : oldValue))
    }
    const changes = [...touched].map(([id, earlier]) => this.#change(id, earlier, origin))
    for (const listener of this.#listeners) listener(changes)
  }

  #touch(key: string, action: 'add' | 'update' | 'delete'): string {
    const id = idInKey(key)
    if (action === 'add' && !this.#keys.get(id)?.includes(key)) this.#index(key)
    return id
  }

  #change(id: string, earlier: Texts, origin: unknown): Change<C> {
    const before = this.#rows.get(id) ?? this.peek(id, earlier)
    this.#rows.delete(id)
    return { collection: this.collection, id, before, after: this.get(id), origin }
  }
}
