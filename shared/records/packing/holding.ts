import type * as Y from 'yjs'
import { parsePack } from '../declarations/pack.ts'
import { parseCreation, parseWrite } from '../declarations/value.ts'
import { idInKey, parseKey } from '../keys/key.ts'

/** A text under its key. */
export interface KeptText {
  readonly collection: string
  readonly key: string
  readonly text: string
}

/** Whether a copy of a document has what stood under a key, by itself or packed. */
export function holds(doc: Y.Doc, { collection, key, text }: KeptText): boolean {
  const map = doc.getMap(collection)
  return map.get(key) === text || isInPack(map.get(idInKey(key)), key, text)
}

function isInPack(held: unknown, key: string, text: string): boolean {
  const [pack, parsed] = [parsePack(held), parseKey(key)]
  if (!pack || !parsed) return false
  const { path, replica } = parsed
  const stamp = (path === '' ? parseCreation : parseWrite)(text, replica)?.stamp
  if (path === '') return stamp !== undefined && pack.creation?.stamp === stamp
  return pack.writes.some(([at, write]) => at === path && write.stamp === stamp)
}
