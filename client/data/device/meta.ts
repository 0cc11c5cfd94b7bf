import * as idb from 'lib0/indexeddb'

/**
 * What a device keeps for an account beside its documents, in one IndexedDB database `<company>/<user>`:
 *
 * ```
 * facts   name → value     the replica's name, the clock's offset, the count of draft numbers, how far documents are held
 * outbox  seq → Unsent     an act whose writes the server has not yet said to be saved
 * aside   seq → Aside      writes of a document that was refused, on their way to be replayed, or not accepted
 * drafts  id → Draft       orders that are not recorded yet
 * ```
 */
export type StoreName = 'facts' | 'outbox' | 'aside' | 'drafts'

/** A key of one of the stores. */
export type StoreKey = string | number

/** The stores of one account on this device. Every method rejects with the browser's own error when storage fails. */
export interface Meta {
  get<T>(store: StoreName, key: StoreKey): Promise<T | undefined>
  put(store: StoreName, key: StoreKey, value: unknown): Promise<void>
  remove(store: StoreName, key: StoreKey): Promise<void>
  all<T>(store: StoreName): Promise<Map<StoreKey, T>>
  close(): void
}

/** Opens the account's stores; rejects where the browser gives no storage. */
export async function openMeta(name: string): Promise<Meta> {
  const db = await idb.openDB(name, (fresh) => idb.createStores(fresh, [['facts'], ['outbox'], ['aside'], ['drafts']]))
  return new IndexedMeta(db)
}

class IndexedMeta implements Meta {
  readonly #db: IDBDatabase

  constructor(db: IDBDatabase) {
    this.#db = db
  }

  async get<T>(store: StoreName, key: StoreKey): Promise<T | undefined> {
    return (await idb.get(this.#store(store, 'readonly'), key)) as T | undefined
  }

  put(store: StoreName, key: StoreKey, value: unknown): Promise<void> {
    return this.#done(store, (target) => target.put(value, key))
  }

  remove(store: StoreName, key: StoreKey): Promise<void> {
    return this.#done(store, (target) => target.delete(key))
  }

  async all<T>(store: StoreName): Promise<Map<StoreKey, T>> {
    const rows = await idb.getAllKeysValues(this.#store(store, 'readonly'))
    return new Map(rows.map(({ k, v }) => [k as StoreKey, v as T]))
  }

  close(): void {
    this.#db.close()
  }

  #store(name: StoreName, mode: IDBTransactionMode): IDBObjectStore {
    return this.#db.transaction([name], mode).objectStore(name)
  }

  /** Resolves when the transaction is on disk, not when the request was taken. */
  #done(name: StoreName, act: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = this.#db.transaction([name], 'readwrite')
    act(transaction.objectStore(name))
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }
}
