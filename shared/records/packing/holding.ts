import type * as Y from 'yjs'
import { parsePack } from '../declarations/pack.ts'
import { parseCreation, parseWrite } from '../declarations/value.ts'
import { idInKey, parseKey } from '../keys/key.ts'
import { GENERATION } from './generation.ts'

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

/** What a replica has written into one copy of a document and another copy has not got. */
export function missingTexts(from: Y.Doc, into: Y.Doc, replica: string): KeptText[] {
  const collections = [...from.share.keys()].filter((name) => name !== GENERATION)
  return collections.flatMap((collection) => ownTexts(from, collection, replica)).filter((kept) => !holds(into, kept))
}

function ownTexts(doc: Y.Doc, collection: string, replica: string): KeptText[] {
  return [...doc.getMap(collection).entries()].flatMap(([key, text]) =>
    typeof text === 'string' && parseKey(key)?.replica === replica ? [{ collection, key, text }] : [],
  )
}

function isInPack(held: unknown, key: string, text: string): boolean {
  const [pack, parsed] = [parsePack(held), parseKey(key)]
  if (!pack || !parsed) return false
  const { path, replica } = parsed
  const stamp = (path === '' ? parseCreation : parseWrite)(text, replica)?.stamp
  if (path === '') return stamp !== undefined && pack.creation?.stamp === stamp
  return pack.writes.some(([at, write]) => at === path && write.stamp === stamp)
}
