import { parentPort } from 'node:worker_threads'
import type { StoredDocument } from '../../storage/storage.ts'
import { compacted, packed } from './compact.ts'

/** What the thread is asked for: a document's snapshot, or its next generation of that name. */
export interface Asked {
  readonly stored: StoredDocument
  readonly generation: string | null
}

// A thread of its own: encoding a big document takes long enough to be felt by everybody who writes meanwhile.
parentPort?.on('message', ({ stored, generation }: Asked) =>
  parentPort?.postMessage(generation === null ? compacted(stored) : packed(stored, generation)),
)
