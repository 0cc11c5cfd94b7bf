import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** A document's store on this device. */
export interface Persistence {
  /** Resolves when all that is stored has been read into the document. */
  readonly loaded: Promise<unknown>
  /** Resolves when all that was written so far is on disk: y-indexeddb never says so, a later transaction does. */
  flushed(): Promise<void>
  close(): Promise<void>
}

/** Keeps `doc` in the IndexedDB database `name`. */
export function persist(name: string, doc: Y.Doc): Persistence {
  const store = new IndexeddbPersistence(name, doc)
  return {
    loaded: store.whenSynced,
    flushed: () => passedBy(store.db),
    close: async () => void (await store.destroy()),
  }
}

/** Where the browser refuses storage: nothing is read, nothing is kept. */
export function forget(): Persistence {
  return { loaded: Promise.resolve(), flushed: () => Promise.resolve(), close: () => Promise.resolve() }
}

/** Removes a document's store. */
export function discard(name: string): Promise<void> {
  return clearDocument(name)
}

function passedBy(db: IDBDatabase | null): Promise<void> {
  if (!db) return Promise.resolve()
  const transaction = db.transaction(['updates'], 'readonly')
  transaction.objectStore('updates').count()
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
