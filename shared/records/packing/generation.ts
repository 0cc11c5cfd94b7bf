import type * as Y from 'yjs'

/** The map of a packed document that is no collection: under `id` stands its generation. Devices write nothing there. */
export const GENERATION = 'generation'

/**
 * Which generation of a document a copy is of: empty for one that was never packed, null for a copy that holds nothing
 * and so may become any.
 */
export function generationOf(doc: Y.Doc): string | null {
  if (doc.store.clients.size === 0) return null
  const id = doc.getMap(GENERATION).get('id')
  return typeof id === 'string' ? id : ''
}

/** Names the generation that an empty document is about to hold. */
export function markGeneration(doc: Y.Doc, generation: string): void {
  doc.getMap(GENERATION).set('id', generation)
}
