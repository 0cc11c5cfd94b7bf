import * as Y from 'yjs'
import type { StoredDocument } from '../../storage/storage.ts'

/**
 * A document's snapshot anew: loaded and encoded, so that what was overwritten is let go. `Y.mergeUpdates` would keep
 * all of it. Throws RangeError where updates are missing; then nothing may be thrown away.
 */
export function compacted({ state, updates }: Pick<StoredDocument, 'state' | 'updates'>): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new RangeError('Updates are missing')
  return Y.encodeStateAsUpdate(doc)
}
