import { parentPort } from 'node:worker_threads'
import { loadFrom } from '../../storage/load-from.ts'
import type { Place } from '../../storage/storage.ts'
import { encoded } from './compact.ts'

/** What the thread is asked for: a document's snapshot, or its next generation of that name. */
export interface Asked {
  readonly place: Place
  readonly document: string
  readonly generation: string | null
}

// A thread of its own: reading and encoding a big document takes long enough to be felt by everybody who writes meanwhile.
parentPort?.on('message', async ({ place, document, generation }: Asked) => {
  const told = encoded(await loadFrom(place, document), generation)
  // Yjs has made it in memory of its own, which is handed on as it is.
  parentPort?.postMessage(told, [told.state.buffer as ArrayBuffer])
})
