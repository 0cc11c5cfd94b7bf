import * as Y from 'yjs'
import type { Database, Step } from '../disk/disk.ts'
import { type Contents, Keeping, type Place } from '../disk/keeping.ts'
import type { Store, Stores } from './stores.ts'

const UPDATES = 'updates'
/** With so many updates a document is written anew as one. */
const MANY = 500
/** At the start fewer are many: they are to be read again at the next one. */
const MANY_AT_START = 50

/** Keeps each document in a database of its own, as the updates that made it. */
export function keptStores(place: Omit<Place, 'name'>): Stores {
  return { open: (name, doc, isAnew) => new KeptDocument({ ...place, name }, doc, isAnew) }
}

class KeptDocument implements Store, Contents {
  readonly stores = [UPDATES]
  readonly loaded: Promise<void>
  readonly #doc: Y.Doc
  readonly #keeping: Keeping
  isFresh = true
  #rows = 0

  constructor(place: Place, doc: Y.Doc, isAnew: boolean) {
    this.#doc = doc
    this.#keeping = new Keeping(place, this, isAnew)
    doc.on('update', this.#onUpdate)
    this.loaded = this.#load()
  }

  flushed(): Promise<void> {
    return this.#keeping.flushed()
  }

  async close(): Promise<void> {
    this.#doc.off('update', this.#onUpdate)
    await this.#keeping.close()
  }

  async read(database: Database): Promise<void> {
    const updates = await database.all(UPDATES)
    this.#rows = updates.size
    this.isFresh = database.isFresh
    this.#doc.transact(() => {
      // Nothing but updates is ever put into this store.
      for (const update of updates.values()) Y.applyUpdate(this.#doc, update as Uint8Array)
    }, this)
  }

  whole(): readonly Step[] {
    this.#rows = 1
    return [{ empty: UPDATES }, { store: UPDATES, add: Y.encodeStateAsUpdate(this.#doc) }]
  }

  count(): number {
    return this.#rows
  }

  /** Where the disk gives nothing, work goes on with what comes from the server; what it has is read when it does. */
  async #load(): Promise<void> {
    await this.#keeping.mend()
    if (this.#rows >= MANY_AT_START) this.#keeping.write(this.whole())
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return
    this.#rows++
    this.#keeping.write(this.#rows < MANY ? [{ store: UPDATES, add: update }] : this.whole())
  }
}
