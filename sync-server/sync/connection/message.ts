import { MessageType } from '@hocuspocus/server'
import { decoding } from 'lib0'

/** A message of a device, as far as it must be understood before Hocuspocus sees it. */
export interface Message {
  /** The document's name. */
  readonly address: string
  readonly type: number
}

/** What a device may send; the other types are the server's own. */
const DEVICE_TYPES: ReadonlySet<number> = new Set([
  MessageType.Sync,
  MessageType.SyncReply,
  MessageType.Awareness,
  MessageType.QueryAwareness,
  MessageType.Auth,
  MessageType.Stateless,
  MessageType.CLOSE,
])

/** The kind of auth message that says no. */
const PERMISSION_DENIED = 1

/** The second and third kinds of sync message: a state that the other side lacked, and a change. */
export const STATE = 1
export const CHANGE = 2

/** Reads a message's head; null where the bytes are none. */
export function readMessage(bytes: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const address = decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    return DEVICE_TYPES.has(type) && isWhole(decoder, type) ? { address, type } : null
  } catch {
    // The decoder throws what it stumbles over; for all of it the bytes are no message.
    return null
  }
}

/** Whether a sync message has all the bytes that it says it has. */
function isWhole(decoder: decoding.Decoder, type: number): boolean {
  if (type !== MessageType.Sync && type !== MessageType.SyncReply) return true
  const kind = decoding.readVarUint(decoder)
  const length = decoding.readVarUint(decoder)
  return kind <= CHANGE && decoder.pos + length <= decoder.arr.length
}

/** The document whose connection a message to a device ends or denies; null for any other message. */
export function endedBy(bytes: Uint8Array): string | null {
  const decoder = decoding.createDecoder(bytes)
  const length = decoding.readVarUint(decoder)
  const [type, kind] = [bytes[decoder.pos + length], bytes[decoder.pos + length + 1]]
  const ends = type === MessageType.CLOSE || (type === MessageType.Auth && kind === PERMISSION_DENIED)
  return ends ? decoding.readVarString(decoding.createDecoder(bytes)) : null
}
