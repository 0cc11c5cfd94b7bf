import { gzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { collectionsOf, columnsOf } from '../../../shared/columns/columns.ts'
import { keptOf } from '../../../shared/columns/kept.ts'
import { writeParcel } from '../../../shared/columns/parcel.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { StoredDocument } from '../../storage/storage.ts'
import { loaded } from '../upkeep/compact.ts'

/** What a parcel is made of. */
export interface Ingredients {
  /** Its whole name. */
  readonly document: string
  readonly family: string
  readonly maker: string
  readonly stored: StoredDocument
}

/** From here on packing tighter takes more time than the bytes on a local line. */
const LEVEL = 3

/** A document's parcel, made from what is stored alone, packed by gzip. RangeError where updates are missing. */
export function packedParcel({ document, family, maker, stored }: Ingredients): Uint8Array<ArrayBuffer> {
  const doc = loaded(stored)
  const columns = columnsOf(collectionsOf(family), (one) => new RecordSet(doc, one).rows())
  const { block, sum } = keptOf(columns, { by: maker, upTo: stored.last })
  const state = wholeOf(stored) ?? Y.encodeStateAsUpdate(doc)
  const parcel = { document, maker, journal: stored.last, state: new Uint8Array(state), block, sum }
  return gzipSync(writeParcel(parcel), { level: LEVEL })
}

/** How many bytes a parcel is unpacked: gzip says it at its end (RFC 1952, 2.3.1). */
export function unpackedSize(packed: Uint8Array<ArrayBuffer>): number {
  return new DataView(packed.buffer, packed.byteOffset).getUint32(packed.byteLength - 4, true)
}

/** What is stored, where that is one update. */
function wholeOf({ state, updates }: StoredDocument): Uint8Array | null {
  const [first, ...more] = state ? [state, ...updates] : updates
  return first && more.length === 0 ? first : null
}
