import { deflateSync, inflateSync } from 'fflate'
import type { Json } from './records/declarations/value.ts'

/** Below it packing is slower, above it hardly smaller. */
const LEVEL = 3
const ENCODER = new TextEncoder()
const DECODER = new TextDecoder()

/** Bytes that stand for a value: of many records a tenth of their text. */
export type PackedJson = Uint8Array<ArrayBuffer>

/** Packs what is plain JSON. */
export function packJson(value: unknown): PackedJson {
  return deflateSync(ENCODER.encode(JSON.stringify(value)), { level: LEVEL })
}

/** What `packJson` packed. */
export function unpackJson(packed: PackedJson): Json {
  return JSON.parse(DECODER.decode(inflateSync(packed)))
}
