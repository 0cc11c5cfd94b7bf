import type { Find } from '../messages/parameters/around.ts'
import { isId } from '../records/keys/key.ts'
import { type Letter, letters, ownLetters } from './collections.ts'

/** The collection and the id that `<collection>/<id>` names; null where it names no letter. */
export function letterIn(reference: string) {
  const [name, id = ''] = reference.split('/')
  const collection = [letters, ownLetters].find((one) => one.name === name)
  return collection && isId(id) ? { collection, id } : null
}

/** A letter by `<collection>/<id>`; null where it is not here. */
export function findLetter(reference: string, find: Find): Letter | null {
  const named = letterIn(reference)
  // Both collections have the same fields.
  return named && find(named.collection as typeof letters, named.id)
}
