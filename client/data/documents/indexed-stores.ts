import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type { Stores } from './stores.ts'

/** Keeps each document in an IndexedDB database of its own. */
export function indexedStores(): Stores {
  return {
    open: (name, doc) => {
      const store = new IndexeddbPersistence(name, doc)
      return {
        loaded: store.whenSynced.then(() => undefined),
        flushed: () => passedBy(store.db),
        close: async () => void (await store.destroy()),
      }
    },
    discard: (name) => clearDocument(name),
  }
}

/** y-indexeddb never says when a write is on disk; a later transaction on the same store does. */
function passedBy(db: IDBDatabase | null): Promise<void> {
  if (!db) return Promise.resolve()
  const transaction = db.transaction(['updates'], 'readonly')
  transaction.objectStore('updates').count()
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
