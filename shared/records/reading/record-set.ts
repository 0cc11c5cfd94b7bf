import type * as Y from 'yjs'
import type { Collection, Row } from '../declarations/collection.ts'
import { idInKey } from '../keys/key.ts'
import { gather, type Writes } from './merge.ts'
import { readRow } from './row.ts'
import { type Reading, Values } from './values.ts'

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
  readonly #doc: Y.Doc
  readonly #map: Y.Map<unknown>
  readonly #keys = new Map<string, string[]>()
  readonly #rows = new Map<string, Row<C> | null>()
  /** The record that was read last: commands and listeners mostly ask for it again. */
  #last: (Reading & { readonly id: string }) | null = null
  readonly #listeners = new Set<(changes: readonly Change<C>[]) => void>()
  /** Records touched by the transaction that is ending, as they were before it. */
  readonly #noted = new Map<string, Row<C> | null>()
  readonly #onEvent = (event: Y.YMapEvent<unknown>) => this.#note(event)
  readonly #onEnd = (transaction: Y.Transaction) => this.#tell(transaction.origin)

  constructor(doc: Y.Doc, collection: C) {
    this.collection = collection
    this.#doc = doc
    this.#map = doc.getMap(collection.name)
    for (const key of this.#map.keys()) this.#index(key)
    this.#map.observe(this.#onEvent)
    doc.on('afterTransaction', this.#onEnd)
  }

  /** Ids of all records and of all writes whose record has not arrived. */
  ids(): IterableIterator<string> {
    return this.#keys.keys()
  }

  /** The record as it reads now; null where there is none. The row is shared and must not be changed. */
  get(id: string): Row<C> | null {
    const known = this.#rows.get(id)
    if (known !== undefined) return known
    const row = readRow(this.collection, id, this.read(id))
    this.#rows.set(id, row)
    return row
  }

  /**
   * The record, given as an equal row that stands elsewhere already: of two alike one is kept. `standing` itself when the
   * record still reads so, else as it reads now.
   */
  instead(standing: Row<C>): Row<C> | null {
    const row = this.get(standing.id)
    if (row === null || !isSameRow(row, standing)) return row
    this.#rows.set(row.id, standing)
    return standing
  }

  /** All records that are here, removed ones included. */
  *rows(): Generator<Row<C>> {
    for (const id of this.#keys.keys()) {
      const row = this.get(id)
      if (row) yield row
    }
  }

  /** All that is written about a record, with `pending` laid over what the document holds. */
  read(id: string, pending: Texts = NOTHING): Reading {
    if (pending.size === 0 && this.#last?.id === id) return this.#last
    const writes = gather(this.#texts(id, pending))
    const reading = { id, writes, values: new Values(writes) }
    if (pending.size === 0) this.#last = reading
    return reading
  }

  /** Whether a value may have been overwritten here: several have written one path, or it cannot be told without reading. */
  isContested(id: string): boolean {
    const keys = this.#keys.get(id) ?? []
    return keys.length === 1 || new Set(keys.map((key) => key.slice(0, key.indexOf('#')))).size < keys.length
  }

  /** All that is written about a record, as it is written. */
  writes(id: string): Writes {
    return this.read(id).writes
  }

  /**
   * Calls `listener` with the changes of each transaction, when all its collections can be read as they are after it;
   * returns its undo. A record is among them also when its row reads as before: an overwritten value may be new. A
   * listener does not write in the same task.
   */
  observe(listener: (changes: readonly Change<C>[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Lets the document go. */
  close(): void {
    this.#map.unobserve(this.#onEvent)
    this.#doc.off('afterTransaction', this.#onEnd)
    this.#listeners.clear()
  }

  #texts(id: string, pending: Texts): [string, unknown][] {
    const texts: [string, unknown][] = []
    for (const key of this.#keys.get(id) ?? []) {
      const text = pending.has(key) ? undefined : this.#map.get(key)
      if (text !== undefined) texts.push([key, text])
    }
    for (const [key, text] of pending) {
      if (text !== undefined && idInKey(key) === id) texts.push([key, text])
    }
    return texts
  }

  #index(key: string): void {
    const id = idInKey(key)
    const keys = this.#keys.get(id)
    if (keys) keys.push(key)
    else this.#keys.set(id, [key])
  }

  /** Notes what the transaction touched, as it stood before. Nobody is told yet: other collections may be half noted. */
  #note(event: Y.YMapEvent<unknown>): void {
    this.#last = null
    const touched = new Map<string, Map<string, unknown>>()
    for (const [key, { action, oldValue }] of event.changes.keys) {
      const id = idInKey(key)
      if (action === 'add' && !this.#keys.get(id)?.includes(key)) this.#index(key)
      const earlier = touched.get(id) ?? new Map<string, unknown>()
      touched.set(id, earlier.set(key, action === 'add' ? undefined : oldValue))
    }
    for (const [id, earlier] of touched) {
      if (this.#listeners.size > 0) this.#noted.set(id, this.#rows.get(id) ?? this.#rowBefore(id, earlier))
      this.#rows.delete(id)
    }
  }

  #rowBefore(id: string, earlier: Texts): Row<C> | null {
    return readRow(this.collection, id, this.read(id, earlier))
  }

  #tell(origin: unknown): void {
    const noted = [...this.#noted]
    this.#noted.clear()
    const changes: Change<C>[] = []
    for (const [id, before] of noted) {
      const after = this.get(id)
      if (before || after) changes.push({ collection: this.collection, id, before, after, origin })
    }
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes)
  }
}

/** Rows of one collection have their fields in one order, that of its declaration. */
function isSameRow(a: Row<Collection>, b: Row<Collection>): boolean {
  return a.changedAt === b.changedAt && JSON.stringify(a) === JSON.stringify(b)
}
