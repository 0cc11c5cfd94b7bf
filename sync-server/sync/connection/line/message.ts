import { MessageType } from '@hocuspocus/server'
import { decoding, encoding } from 'lib0'
import * as Y from 'yjs'
import { documentIn, headOf, tellsEnd } from '../../../../shared/line/frame.ts'

/** A message of a device, as far as it must be understood before Hocuspocus sees it. */
export interface Message {
  /** The document's name. */
  readonly address: string
  readonly type: number
  readonly bytes: Uint8Array
  /** The update that it brings, if it is a change. */
  readonly change: Uint8Array | null
  /** Whether it brings an update, which Hocuspocus answers with an acknowledgement. */
  readonly isUpdate: boolean
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

/** The second and third kinds of sync message: a state that the other side lacked, and a change. */
export const STATE = 1
export const CHANGE = 2

/** Reads a message's head; null where the bytes are none. */
export function readMessage(bytes: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const address = decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (!DEVICE_TYPES.has(type)) return null
    if (type !== MessageType.Sync && type !== MessageType.SyncReply) {
      return { address, type, bytes, change: null, isUpdate: false }
    }
    const kind = decoding.readVarUint(decoder)
    const update = decoding.readVarUint8Array(decoder)
    if (kind > CHANGE) return null
    return { address, type, bytes, change: kind === CHANGE ? update : null, isUpdate: kind !== 0 }
  } catch {
    // The decoder throws what it stumbles over; for all of it the bytes are no message.
    return null
  }
}

/** A message that brings the changes of several in one; null where they cannot be merged, as one does not decode. */
export function mergedChange(address: string, changes: readonly Uint8Array[]): Uint8Array | null {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, address)
  encoding.writeVarUint(encoder, MessageType.Sync)
  encoding.writeVarUint(encoder, CHANGE)
  try {
    encoding.writeVarUint8Array(encoder, Y.mergeUpdates([...changes]))
  } catch {
    // Each goes alone then, and the check names the one that does not decode.
    return null
  }
  return encoding.toUint8Array(encoder)
}

/** What a message to a device says about its document's connection: it ends, or an update of it is acknowledged. */
export interface Notice {
  readonly address: string
  readonly says: 'ended' | 'acknowledged'
}

/** Reads a message that goes out; null for those that say nothing about the connection itself. */
export function readNotice(bytes: Uint8Array): Notice | null {
  const isEnd = tellsEnd(bytes)
  if (!isEnd && headOf(bytes)[0] !== MessageType.SyncStatus) return null
  return { address: documentIn(bytes), says: isEnd ? 'ended' : 'acknowledged' }
}
