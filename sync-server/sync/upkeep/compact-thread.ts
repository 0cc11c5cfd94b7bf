import { parentPort } from 'node:worker_threads'
import type { StoredDocument } from '../../storage/storage.ts'
import { compacted } from './compact.ts'

// A thread of its own: encoding a big document takes long enough to be felt by everybody who writes meanwhile.
parentPort?.on('message', (stored: StoredDocument) => parentPort?.postMessage(compacted(stored)))
