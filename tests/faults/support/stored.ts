import * as Y from 'yjs'
import type { Storage } from '../../../sync-server/storage/storage.ts'

/** A document as it is stored, snapshot and journal; `rest` is its name without the company. Closes the storage. */
export async function storedIn(storage: Storage, rest: string): Promise<Y.Doc> {
  try {
    const { state, updates } = await storage.load(`${storage.company}/${rest}`)
    const doc = new Y.Doc()
    for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
    return doc
  } finally {
    await storage.close()
  }
}
