import { encoding } from 'lib0'
import * as Y from 'yjs'

/** A struct of an update that the document lacks, from `offset` on: the clocks before it are there already. */
export interface NewStruct {
  readonly struct: Y.Item
  readonly offset: number
}

/**
 * Encodes structs as a Yjs update (V1) without a delete set. The deletions that a write implies come about when it is
 * integrated: each new item of a key deletes the one that it follows.
 */
export function encodeStructs(structs: readonly NewStruct[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const byClient = Map.groupBy(structs, ({ struct }) => struct.id.client)
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, own] of [...byClient].sort(([a], [b]) => b - a)) {
    const first = own[0]
    if (!first) continue
    encoding.writeVarUint(encoder.restEncoder, own.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, first.struct.id.clock + first.offset)
    for (const { struct, offset } of own) struct.write(encoder, offset)
  }
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

/** The clock after the struct's last. */
export function endOf(struct: Y.Item | Y.GC | Y.Skip): number {
  return struct.id.clock + struct.length
}

/** The id of the item's last clock: what the next item of its key names as its origin. */
export function lastIdOf(item: Y.Item): Y.ID {
  return Y.createID(item.id.client, endOf(item) - 1)
}
