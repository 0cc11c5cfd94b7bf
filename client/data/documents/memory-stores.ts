import * as Y from 'yjs'
import type { Stores } from './stores.ts'

/** Where the browser refuses storage: what is let go is kept in memory, as updates by name, and ends with the worker. */
export function memoryStores(stored = new Map<string, Uint8Array[]>()): Stores {
  return {
    open: (name, doc) => {
      const updates = [...(stored.get(name) ?? []), Y.encodeStateAsUpdate(doc)]
      stored.set(name, updates)
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update)
      }, updates)
      const keep = (update: Uint8Array) => void updates.push(update)
      doc.on('update', keep)
      return {
        loaded: Promise.resolve(),
        flushed: () => Promise.resolve(),
        close: async () => {
          doc.off('update', keep)
          updates.splice(0, updates.length, Y.encodeStateAsUpdate(doc))
        },
      }
    },
    discard: async (name) => void stored.delete(name),
  }
}
