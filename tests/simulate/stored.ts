import * as Y from 'yjs'
import type { Stored } from './server/protocol.ts'

/** A stored document as Yjs has it. */
export function docOf({ updates }: Pick<Stored, 'updates'>): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  // A root that nobody has asked for by its type has none yet.
  for (const name of doc.share.keys()) doc.getMap(name)
  return doc
}
