import { parentPort } from 'node:worker_threads'
import { loadFrom } from '../../storage/load-from.ts'
import type { Place, Standing } from '../../storage/storage.ts'
import { type Ingredients, packedParcel } from './make.ts'

/** What the thread is asked for. */
export interface Asked extends Omit<Ingredients, 'stored'> {
  readonly place: Place
}

/** A parcel, packed by gzip, and what it was made of. */
export interface Made {
  readonly parcel: Uint8Array<ArrayBuffer>
  readonly from: Standing
}

// A thread of its own: reading all records of a big document takes long enough to be felt by everybody who writes meanwhile.
parentPort?.on('message', async ({ place, ...rest }: Asked) => {
  const stored = await loadFrom(place, rest.document)
  const { last, generation } = stored
  parentPort?.postMessage({ parcel: packedParcel({ ...rest, stored }), from: { last, generation } } satisfies Made)
})
