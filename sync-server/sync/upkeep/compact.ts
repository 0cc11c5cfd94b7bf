import * as Y from 'yjs'
import { packDocument } from '../../../shared/records/packing/document.ts'
import type { StoredDocument } from '../../storage/storage.ts'

type Stored = Pick<StoredDocument, 'state' | 'updates'>

/**
 * A document's snapshot anew: loaded and encoded, so that what was overwritten is let go. `Y.mergeUpdates` would keep
 * all of it. Throws RangeError where updates are missing; then nothing may be thrown away.
 */
export function compacted(stored: Stored): Uint8Array {
  return Y.encodeStateAsUpdate(loaded(stored))
}

/** A document's next generation, packed. RangeError as of `compacted`, and where a record would read otherwise. */
export function packed(stored: Stored, generation: string): Uint8Array {
  const next = new Y.Doc()
  packDocument(loaded(stored), next, generation)
  return Y.encodeStateAsUpdate(next)
}

/** A document as it is stored. RangeError where updates are missing. */
export function loaded({ state, updates }: Stored): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new RangeError('Updates are missing')
  return doc
}
