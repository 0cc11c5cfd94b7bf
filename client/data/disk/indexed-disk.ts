import { type Database, type Disk, DiskRefusal, isWithin, type RowKey, type Step } from './disk.ts'

/** A database that is written to for the sake of the log behind all of them: so many rows of so many bytes. */
const LOG = { name: 'voronka', store: 'room', rows: 120, bytes: 50_000 }

/** A torn log is tried to be begun anew this often, ms. */
const AGAIN = 10_000

/**
 * The browser's IndexedDB. On a full disk Chromium closes every connection, and opens none until there is room. What is
 * written then it puts behind the torn end of its log, and loses it at the browser's next start, or everything, although
 * it has said that it is on disk (seen in Chromium 156). Its log begins anew with every 4 MB, so these are written first.
 */
export class IndexedDisk implements Disk {
  readonly lasts = true
  /** Whether a write has failed since the log began anew. */
  #isTorn = false
  #mending: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  async open(name: string, stores: readonly string[], lost: () => void): Promise<Database> {
    if (this.#isTorn) await this.#beginLog()
    const opened = await this.#open(name, stores)
    opened.db.onclose = lost
    opened.db.onversionchange = () => {
      opened.db.close()
      lost()
    }
    return new IndexedDatabase(opened, () => this.#tear())
  }

  async drop(name: string): Promise<void> {
    const all = await indexedDB.databases()
    const within = all.flatMap((one) => (one.name !== undefined && isWithin(one.name, name) ? [one.name] : []))
    await Promise.all(within.map((one) => answered(refusing(() => indexedDB.deleteDatabase(one)))))
  }

  async #open(name: string, stores: readonly string[]): Promise<Opened> {
    try {
      return await openDatabase(name, stores)
    } catch (error) {
      this.#tear()
      throw error
    }
  }

  /** Whoever got no database works in memory and may not come again: the log is mended without him, for the next start. */
  #tear(): void {
    this.#isTorn = true
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#tryAgain()
    }, AGAIN)
  }

  async #tryAgain(): Promise<void> {
    try {
      if (this.#isTorn) await this.#beginLog()
    } catch (error) {
      // Still no room: the refusal itself has asked for the next try.
      if (!(error instanceof DiskRefusal)) throw error
    }
  }

  #beginLog(): Promise<void> {
    this.#mending ??= this.#fillLog().finally(() => {
      this.#mending = null
    })
    return this.#mending
  }

  async #fillLog(): Promise<void> {
    const { name, store, rows, bytes } = LOG
    const database = new IndexedDatabase(await this.#open(name, [store]), () => this.#tear())
    const row = new Uint8Array(bytes)
    try {
      await database.write(Array.from({ length: rows }, (_, key) => ({ store, put: row, key })))
      await database.write([{ empty: store }])
      this.#isTorn = false
    } finally {
      database.close()
    }
  }
}

interface Opened {
  readonly db: IDBDatabase
  readonly isFresh: boolean
}

/** A database that an earlier program made may lack stores: its version is raised for them. */
async function openDatabase(name: string, stores: readonly string[]): Promise<Opened> {
  const opened = await askFor(name, stores)
  if (stores.every((store) => opened.db.objectStoreNames.contains(store))) return opened
  opened.db.close()
  const { db } = await askFor(name, stores, opened.db.version + 1)
  return { db, isFresh: opened.isFresh }
}

async function askFor(name: string, stores: readonly string[], version?: number): Promise<Opened> {
  const request = refusing(() => indexedDB.open(name, version))
  let isFresh = false
  request.onupgradeneeded = ({ oldVersion }) => {
    isFresh = oldVersion === 0
    const { result: db } = request
    for (const store of stores) {
      if (!db.objectStoreNames.contains(store)) db.createObjectStore(store, { autoIncrement: true })
    }
  }
  return { db: await answered(request), isFresh }
}

class IndexedDatabase implements Database {
  readonly isFresh: boolean
  readonly #db: IDBDatabase
  readonly #refused: () => void

  constructor({ db, isFresh }: Opened, refused: () => void) {
    this.#db = db
    this.isFresh = isFresh
    this.#refused = refused
  }

  async all(store: string): Promise<Map<RowKey, unknown>> {
    const rows = this.#begin([store], 'readonly').objectStore(store)
    const [keys, values] = await Promise.all([answered(rows.getAllKeys()), answered<unknown[]>(rows.getAll())])
    return new Map(keys.map((key, i) => [key as RowKey, values[i]]))
  }

  get(store: string, key: RowKey): Promise<unknown> {
    return answered<unknown>(this.#begin([store], 'readonly').objectStore(store).get(key))
  }

  async last(store: string): Promise<RowKey | null> {
    const cursor = await answered(this.#begin([store], 'readonly').objectStore(store).openKeyCursor(null, 'prev'))
    return cursor ? (cursor.key as RowKey) : null
  }

  async count(stores: readonly string[]): Promise<number> {
    const transaction = this.#begin([...stores], 'readonly')
    const counts = await Promise.all(stores.map((store) => answered(transaction.objectStore(store).count())))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  async write(steps: readonly Step[]): Promise<void> {
    const stores = new Set(steps.map((step) => ('empty' in step ? step.empty : step.store)))
    const transaction = this.#begin([...stores], 'readwrite')
    for (const step of steps) take(transaction, step)
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => {
        this.#refused()
        reject(refusalOf(transaction.error))
      }
    })
  }

  close(): void {
    this.#db.close()
  }

  #begin(stores: string[], mode: IDBTransactionMode): IDBTransaction {
    return refusing(() => this.#db.transaction(stores, mode))
  }
}

function take(transaction: IDBTransaction, step: Step): void {
  if ('empty' in step) {
    transaction.objectStore(step.empty).clear()
    return
  }
  const store = transaction.objectStore(step.store)
  if ('put' in step) store.put(step.put, step.key)
  else if ('remove' in step) store.delete(step.remove)
  else store.add(step.add)
}

/** A connection that is closed, and storage that is forbidden, throw at once. */
function refusing<T>(ask: () => T): T {
  try {
    return ask()
  } catch (cause) {
    throw refusalOf(cause)
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(refusalOf(request.error))
  })
}

function refusalOf(cause: unknown): DiskRefusal {
  return new DiskRefusal(cause instanceof Error ? `${cause.name}: ${cause.message}` : 'broken off', { cause })
}
