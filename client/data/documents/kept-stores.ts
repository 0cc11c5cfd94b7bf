import * as Y from 'yjs'
import type { Columns } from '../../../shared/columns/columns.ts'
import { COLUMNS, columnsIn, indexIn, isBare, putIndex, putWhole, stepsFor } from '../columns/store.ts'
import type { Database, Step } from '../disk/disk.ts'
import { type Contents, Keeping, type Place } from '../disk/keeping.ts'
import type { Store, Stores } from './stores.ts'

const UPDATES = 'updates'
/** With so many updates a document is written anew as one (columns/SPEC C9). */
const MANY = 500
/** At the start fewer are many: they are to be read again at the next one. */
const MANY_AT_START = 50
/** So it is when they take more than it did as one, and more than so many bytes. */
const MUCH = 1_000_000

/** Where documents are kept, and by which build: columns that another has made are made anew. */
export interface KeptPlace extends Omit<Place, 'name'> {
  readonly build: string
}

/** Keeps each document in a database of its own, as the updates that made it; beside them its columns. */
export function keptStores({ build, ...place }: KeptPlace): Stores {
  const at = (name: string) => ({ ...place, name, build, updates: UPDATES })
  return {
    open: (name, doc, isAnew) => new KeptDocument({ ...place, name }, build, doc, isAnew),
    isEmpty: async (name) => (await isBare(at(name))) === true,
    columns: (name, collections) => columnsIn(at(name), collections),
    index: (name, tag, shelved) => indexIn(at(name), `${build}/${tag}`, shelved),
    putIndex: (name, tag, make) => putIndex(at(name), `${build}/${tag}`, make),
    put: (name, parcel, collections) => putWhole(at(name), parcel, collections),
  }
}

class KeptDocument implements Store, Contents {
  readonly stores = [UPDATES]
  readonly beside = [COLUMNS]
  readonly loaded: Promise<void>
  readonly #doc: Y.Doc
  readonly #build: string
  readonly #keeping: Keeping
  isFresh = true
  #rows = 0
  /** The document as it was written as one last, and the updates behind it, bytes. */
  #size = { whole: 0, behind: 0 }

  constructor(place: Place, build: string, doc: Y.Doc, isAnew: boolean) {
    this.#doc = doc
    this.#build = build
    this.#keeping = new Keeping(place, this, isAnew)
    doc.on('update', this.#onUpdate)
    this.loaded = this.#load()
  }

  flushed(): Promise<void> {
    return this.#keeping.flushed()
  }

  async keepColumns(make: () => Columns): Promise<void> {
    await this.#keeping.putBeside((database) => stepsFor(make, { updates: UPDATES, build: this.#build }, database))
  }

  async close(): Promise<void> {
    this.#doc.off('update', this.#onUpdate)
    await this.#keeping.close()
  }

  async read(database: Database): Promise<void> {
    const updates = await database.all(UPDATES)
    // Nothing but updates is ever put into this store.
    const all = [...updates.values()] as Uint8Array[]
    const [whole = 0, ...behind] = all.map(({ length }) => length)
    this.#rows = updates.size
    this.#size = { whole, behind: behind.reduce((sum, length) => sum + length, 0) }
    this.isFresh = updates.size === 0
    this.#doc.transact(() => {
      for (const update of all) Y.applyUpdate(this.#doc, update)
    }, this)
  }

  whole(): readonly Step[] {
    const whole = Y.encodeStateAsUpdate(this.#doc)
    this.#rows = 1
    this.#size = { whole: whole.length, behind: 0 }
    return [{ empty: UPDATES }, { store: UPDATES, add: whole }]
  }

  count(): number {
    return this.#rows
  }

  /** Where the disk gives nothing, work goes on with what comes from the server; what it has is read when it does. */
  async #load(): Promise<void> {
    await this.#keeping.mend()
    if (this.#isHeap(MANY_AT_START)) this.#keeping.write(this.whole())
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return
    this.#rows++
    this.#size.behind += update.length
    this.#keeping.write(this.#isHeap(MANY) ? this.whole() : [{ store: UPDATES, add: update }])
  }

  #isHeap(many: number): boolean {
    const { whole, behind } = this.#size
    return this.#rows >= many || behind > Math.max(whole, MUCH)
  }
}
