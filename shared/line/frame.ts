import { decoding } from 'lib0'

/** Types of frames by Hocuspocus' protocol, and kinds of its auth frames: its own names for them are not for this house. */
const AUTH = 2
const CLOSE = 7
const TOKEN = 0
const PERMISSION_DENIED = 1

/** A frame's type and the byte behind it, which is an auth frame's kind; undefined where it is too short for that. */
export function headOf(bytes: Uint8Array): readonly [type: number | undefined, kind: number | undefined] {
  const decoder = decoding.createDecoder(bytes)
  const name = decoding.readVarUint(decoder)
  return [bytes[decoder.pos + name], bytes[decoder.pos + name + 1]]
}

/** The document that a frame is about. Throws where the bytes are none. */
export function documentIn(bytes: Uint8Array): string {
  return decoding.readVarString(decoding.createDecoder(bytes))
}

/** Whether a device asks by it to be let in to a document. */
export function asksWayIn(bytes: Uint8Array): boolean {
  const [type, kind] = headOf(bytes)
  return type === AUTH && kind === TOKEN
}

/** Whether the server says by it that a document's connection has ended, or does not begin. */
export function tellsEnd(bytes: Uint8Array): boolean {
  const [type, kind] = headOf(bytes)
  return type === CLOSE || (type === AUTH && kind === PERMISSION_DENIED)
}
