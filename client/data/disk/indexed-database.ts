import { type Database, DiskRefusal, type RowKey, type Step } from './disk.ts'

/** A connection to one of the browser's databases. */
export interface Opened {
  readonly db: IDBDatabase
  readonly isFresh: boolean
}

/** A database that an earlier program made may lack stores: its version is raised for them. */
export async function openDatabase(browser: IDBFactory, name: string, stores: readonly string[]): Promise<Opened> {
  const opened = await askFor(browser, name, stores)
  if (stores.every((store) => opened.db.objectStoreNames.contains(store))) return opened
  opened.db.close()
  const { db } = await askFor(browser, name, stores, opened.db.version + 1)
  return { db, isFresh: opened.isFresh }
}

async function askFor(browser: IDBFactory, name: string, stores: readonly string[], version?: number): Promise<Opened> {
  const request = refusing(() => browser.open(name, version))
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

/** Who is told what becomes of a connection. */
interface Told {
  /** The browser takes the database away. */
  lost(): void
  /** A write was not taken. */
  refused(): void
}

/**
 * One of the browser's databases. When Chromium closes a connection, as it does on a full disk, it answers some of what is
 * under way there and forgets the rest (seen in Chromium 156): what has no answer by then is refused.
 */
export class IndexedDatabase implements Database {
  readonly isFresh: boolean
  readonly #db: IDBDatabase
  readonly #told: Told
  /** Refuses what the browser has not answered yet. */
  readonly #unanswered = new Set<(why: DiskRefusal) => void>()

  constructor({ db, isFresh }: Opened, told: Told) {
    this.#db = db
    this.isFresh = isFresh
    this.#told = told
    db.onclose = () => this.#lost()
    db.onversionchange = () => {
      db.close()
      told.lost()
    }
  }

  async all(store: string): Promise<Map<RowKey, unknown>> {
    const rows = this.#begin([store], 'readonly').objectStore(store)
    const both = Promise.all([answered(rows.getAllKeys()), answered<unknown[]>(rows.getAll())])
    const [keys, values] = await this.#orRefused(both)
    return new Map(keys.map((key, i) => [key as RowKey, values[i]]))
  }

  async get(store: string, key: RowKey): Promise<unknown> {
    const row = this.#begin([store], 'readonly').objectStore(store).get(key)
    return this.#orRefused(answered<unknown>(row))
  }

  async last(store: string): Promise<RowKey | null> {
    const request = this.#begin([store], 'readonly').objectStore(store).openKeyCursor(null, 'prev')
    const cursor = await this.#orRefused(answered(request))
    return cursor ? (cursor.key as RowKey) : null
  }

  async count(stores: readonly string[]): Promise<number> {
    const transaction = this.#begin([...stores], 'readonly')
    const all = Promise.all(stores.map((store) => answered(transaction.objectStore(store).count())))
    const counts = await this.#orRefused(all)
    return counts.reduce((sum, count) => sum + count, 0)
  }

  async write(steps: readonly Step[]): Promise<void> {
    const stores = new Set(steps.map((step) => ('empty' in step ? step.empty : step.store)))
    const transaction = this.#begin([...stores], 'readwrite')
    for (const step of steps) take(transaction, step)
    try {
      await this.#orRefused(completed(transaction))
    } catch (error) {
      this.#told.refused()
      throw error
    }
  }

  close(): void {
    this.#db.close()
  }

  #begin(stores: string[], mode: IDBTransactionMode): IDBTransaction {
    return refusing(() => this.#db.transaction(stores, mode))
  }

  async #orRefused<T>(work: Promise<T>): Promise<T> {
    const closed = Promise.withResolvers<never>()
    this.#unanswered.add(closed.reject)
    try {
      return await Promise.race([work, closed.promise])
    } finally {
      this.#unanswered.delete(closed.reject)
    }
  }

  #lost(): void {
    for (const refuse of this.#unanswered) refuse(new DiskRefusal('the connection was closed'))
    this.#told.lost()
  }
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(refusalOf(transaction.error))
  })
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
export function refusing<T>(ask: () => T): T {
  try {
    return ask()
  } catch (cause) {
    throw refusalOf(cause)
  }
}

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(refusalOf(request.error))
  })
}

function refusalOf(cause: unknown): DiskRefusal {
  return new DiskRefusal(cause instanceof Error ? `${cause.name}: ${cause.message}` : 'broken off', { cause })
}
