import { parentPort } from 'node:worker_threads'
import { type Ingredients, packedParcel } from './make.ts'

// A thread of its own: reading all records of a big document takes long enough to be felt by everybody who writes meanwhile.
parentPort?.on('message', (ingredients: Ingredients) => parentPort?.postMessage(packedParcel(ingredients)))
