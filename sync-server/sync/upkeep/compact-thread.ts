import { parentPort, workerData } from 'node:worker_threads'
import { compacted } from './compact.ts'

// A thread of its own: encoding a big document takes long enough to be felt by everybody who writes meanwhile.
parentPort?.postMessage(compacted(workerData))
