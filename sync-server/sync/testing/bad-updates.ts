import * as Y from 'yjs'
import { encodeStructs, type NewStruct } from '../update/structs.ts'

/** A struct as a hand-made client would send it. */
interface Hand {
  readonly client: number
  readonly clock: number
  readonly origin?: readonly [client: number, clock: number]
  readonly rightOrigin?: readonly [client: number, clock: number]
  /** The root map; ignored behind an origin. */
  readonly parent?: string
  readonly key?: string | null
  readonly content?: ConstructorParameters<typeof Y.Item>[7]
}

/** An update with just these structs. */
export function handMade(...structs: readonly Hand[]): Uint8Array {
  return encodeStructs(structs.map((hand): NewStruct => ({ struct: itemOf(hand), offset: 0 })))
}

function itemOf({ client, clock, origin, rightOrigin, parent = 'customers', key = null, content }: Hand): Y.Item {
  const idOf = (id: Hand['origin']) => (id ? Y.createID(...id) : null)
  const [left, right] = [idOf(origin), idOf(rightOrigin)]
  // Yjs writes a text in the parent's place as the name of a root map.
  const parentText = parent as unknown as Y.ID
  return new Y.Item(
    Y.createID(client, clock),
    null,
    left,
    null,
    right,
    parentText,
    key,
    content ?? new Y.ContentAny(['x']),
  )
}
