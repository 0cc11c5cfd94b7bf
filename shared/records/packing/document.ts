import type * as Y from 'yjs'
import { idInKey } from '../keys/key.ts'
import { gather } from '../reading/merge.ts'
import { packRecord } from './pack.ts'

/**
 * Writes all that stands in a document into another, empty one, each record packed into one text (SPEC R18): its next
 * generation. Keys of another form go over as they are (R3).
 */
export function packDocument(from: Y.Doc, into: Y.Doc): void {
  into.transact(() => {
    for (const name of from.share.keys()) packCollection(from.getMap(name), into.getMap(name))
  })
}

function packCollection(from: Y.Map<unknown>, into: Y.Map<unknown>): void {
  const byId = new Map<string, (readonly [key: string, text: unknown])[]>()
  for (const entry of from.entries()) {
    const id = idInKey(entry[0])
    byId.set(id, [...(byId.get(id) ?? []), entry])
  }
  for (const [id, texts] of byId) {
    const writes = gather(texts)
    if (writes.creation || writes.byPath.size > 0) into.set(id, packRecord(writes))
    for (const key of writes.odd) into.set(key, from.get(key))
  }
}
