import type { Database, RowKey, Step } from '../disk/disk.ts'
import { type Contents, Keeping, type Place } from '../disk/keeping.ts'

/**
 * What a device keeps for an account beside its documents, in one database `<company>/<user>`:
 *
 * ```
 * facts   name → value     the replica's name and its former ones, the clock's offset, the count of draft numbers, how far documents are held,
 *                          when all was last in step with the server
 * outbox  seq → Unsent     an act whose writes the server has not yet said to be saved
 * aside   seq → Aside      writes of a document that was refused, on their way to be replayed, or not accepted
 * drafts  id → Draft       orders that are not recorded yet
 * pieces  seq → Piece      what an act over many is about to write, until all of it is done
 * cutOff  act → CutOff     acts that were cut off, and what became of them, until it is read
 * ```
 */
export type StoreName = 'facts' | 'outbox' | 'aside' | 'drafts' | 'pieces' | 'cutOff'

const STORES: readonly StoreName[] = ['facts', 'outbox', 'aside', 'drafts', 'pieces', 'cutOff']

/** The stores of one account on this device: all of them in memory, and on disk as far as that takes them. */
export class Meta {
  readonly #listeners = new Set<() => void>()
  readonly #rows: ReadonlyMap<StoreName, Map<RowKey, unknown>>
  readonly #keeping: Keeping

  private constructor(rows: ReadonlyMap<StoreName, Map<RowKey, unknown>>, keeping: Keeping) {
    this.#rows = rows
    this.#keeping = keeping
  }

  /** Reads what the disk has; rejects with a DiskRefusal where it gives nothing. */
  static async open(place: Place): Promise<Meta> {
    const rows = new Map(STORES.map((name) => [name, new Map<RowKey, unknown>()]))
    const wiped = () => meta.#wiped()
    const keeping = new Keeping(place, { ...contentsOf(rows), wiped })
    const meta = new Meta(rows, keeping)
    await keeping.begin()
    return meta
  }

  get<T>(store: StoreName, key: RowKey): T | undefined {
    return this.#of(store).get(key) as T | undefined
  }

  all<T>(store: StoreName): Map<RowKey, T> {
    return new Map(this.#of(store)) as Map<RowKey, T>
  }

  put(store: StoreName, key: RowKey, value: unknown): void {
    this.#of(store).set(key, value)
    this.#keeping.write([{ store, put: value, key }])
  }

  remove(store: StoreName, key: RowKey): void {
    if (this.#of(store).delete(key)) this.#keeping.write([{ store, remove: key }])
  }

  /** Removes rows at once. */
  removeAll(store: StoreName, keys: readonly RowKey[]): void {
    const there = keys.filter((key) => this.#of(store).delete(key))
    if (there.length > 0) this.#keeping.write(there.map((key) => ({ store, remove: key })))
  }

  /** Resolves when all that was written so far is on disk; rejects with a DiskRefusal when that is not taken. */
  flushed(): Promise<void> {
    return this.#keeping.flushed()
  }

  /** Calls `listener` when the site's data were cleared: what stands here is written anew, all else is gone. */
  onWipe(listener: () => void): void {
    this.#listeners.add(listener)
  }

  close(): Promise<void> {
    return this.#keeping.close()
  }

  #wiped(): void {
    for (const listener of this.#listeners) listener()
  }

  #of(store: StoreName): Map<RowKey, unknown> {
    return this.#rows.get(store) ?? new Map()
  }
}

function contentsOf(rows: ReadonlyMap<StoreName, Map<RowKey, unknown>>): Contents {
  return {
    stores: STORES,
    read: async (database: Database) => {
      for (const [name, store] of rows) for (const [key, value] of await database.all(name)) store.set(key, value)
    },
    whole: () => [...rows].flatMap(([store, all]): Step[] => [{ empty: store }, ...putsOf(store, all)]),
    count: () => [...rows.values()].reduce((sum, { size }) => sum + size, 0),
  }
}

function putsOf(store: StoreName, rows: ReadonlyMap<RowKey, unknown>): Step[] {
  return [...rows].map(([key, put]) => ({ store, put, key }))
}
