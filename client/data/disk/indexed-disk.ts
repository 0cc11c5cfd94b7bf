import { type Database, type Disk, DiskRefusal, type RowKey, type Step } from './disk.ts'

/** The browser's IndexedDB. On a full disk Chromium closes every connection, and opens none until there is room. */
export function indexedDisk(): Disk {
  return { lasts: true, open }
}

async function open(name: string, stores: readonly string[], lost: () => void): Promise<Database> {
  const request = refusing(() => indexedDB.open(name))
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store, { autoIncrement: true })
  }
  const db = await answered(request)
  db.onclose = lost
  db.onversionchange = () => {
    db.close()
    lost()
  }
  return new IndexedDatabase(db)
}

class IndexedDatabase implements Database {
  readonly #db: IDBDatabase

  constructor(db: IDBDatabase) {
    this.#db = db
  }

  async all(store: string): Promise<Map<RowKey, unknown>> {
    const rows = this.#begin([store], 'readonly').objectStore(store)
    const [keys, values] = await Promise.all([answered(rows.getAllKeys()), answered<unknown[]>(rows.getAll())])
    return new Map(keys.map((key, i) => [key as RowKey, values[i]]))
  }

  async count(): Promise<number> {
    const stores = [...this.#db.objectStoreNames]
    const transaction = this.#begin(stores, 'readonly')
    const counts = await Promise.all(stores.map((store) => answered(transaction.objectStore(store).count())))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  async write(steps: readonly Step[]): Promise<void> {
    const stores = new Set(steps.map((step) => ('empty' in step ? step.empty : step.store)))
    const transaction = this.#begin([...stores], 'readwrite')
    for (const step of steps) take(transaction, step)
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(refusalOf(transaction.error))
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
