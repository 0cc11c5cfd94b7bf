import * as Y from 'yjs'
import { openStorage } from '../../../sync-server/storage/sqlite/open.ts'

/** A document as it stands in a data folder that no server has open: what a power cut would have left. */
export async function onDisk(data: string, rest: string): Promise<Y.Doc> {
  const storage = await openStorage(data)
  try {
    const { state, updates } = await storage.load(`${storage.company}/${rest}`)
    const doc = new Y.Doc()
    for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
    return doc
  } finally {
    await storage.close()
  }
}
