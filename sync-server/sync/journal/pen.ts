import * as Y from 'yjs'
import { parseCreation, parseWrite } from '../../../shared/records/declarations/value.ts'
import { parseKey } from '../../../shared/records/keys/key.ts'
import type { AuditRow } from '../../storage/storage.ts'
import type { Opened } from '../documents/opened.ts'
import { encodeStructs, lastIdOf, type NewStruct } from '../update/structs.ts'

/** A text that the server puts under a key of its own. */
export interface ServerText {
  readonly collection: string
  readonly key: string
  readonly text: string
}

/**
 * The server's texts for a document as one Yjs update, made beside the document: it is not changed. Each key stands
 * once among the texts. The update holds as long as nothing else is written as the document's pen before it is applied.
 */
export function penned(open: Opened, texts: readonly ServerText[]): Uint8Array {
  let clock = Y.getState(open.doc.store, open.pen)
  const structs = texts.map(({ collection, key, text }): NewStruct => {
    const present = open.doc.share.get(collection)?._map.get(key)
    const origin = present ? lastIdOf(present) : null
    // An item that is only written needs no type as its parent: Yjs writes a text as the name of a root map.
    const parent = collection as unknown as Y.ID
    const id = Y.createID(open.pen, clock++)
    return {
      struct: new Y.Item(id, null, origin, null, null, parent, origin ? null : key, new Y.ContentAny([text])),
      offset: 0,
    }
  })
  return encodeStructs(structs)
}

/** The audit rows of the server's texts. */
export function auditOf(texts: readonly ServerText[]): AuditRow[] {
  return texts.map(({ collection, key, text }) => {
    const parsed = parseKey(key)
    const written = parsed && (parsed.path === '' ? parseCreation : parseWrite)(text, parsed.replica)
    if (!parsed || !written) throw new RangeError(`The server made an odd key: ${key}`)
    return { collection, record: parsed.id, path: parsed.path, stamp: written.stamp, value: written.json }
  })
}
