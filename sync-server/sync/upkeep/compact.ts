import * as Y from 'yjs'
import { packDocument } from '../../../shared/records/packing/document.ts'
import type { Standing, StoredDocument } from '../../storage/storage.ts'

type Stored = Pick<StoredDocument, 'state' | 'updates'>

/** A document encoded anew. */
export interface Encoded {
  readonly state: Uint8Array
  /** What it was made of. */
  readonly from: Standing
  readonly rows: number
  /** All that was stored, bytes. */
  readonly before: number
}

/** A document's snapshot anew, or its next generation of that name. Errors as of `compacted` and `packed`. */
export function encoded(stored: StoredDocument, generation: string | null): Encoded {
  const { last, updates } = stored
  const state = generation === null ? compacted(stored) : packed(stored, generation)
  const from = { last, generation: stored.generation }
  return { state, from, rows: updates.length, before: sizeOf(stored) }
}

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

function sizeOf({ state, updates }: Stored): number {
  return updates.reduce((sum, update) => sum + update.length, state?.length ?? 0)
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
