import { CIRCLES } from '../documents/families.ts'
import { parseId } from '../records/keys/id.ts'
import type { letters, ownLetters } from './collections.ts'

/** The collection that a letter's id is of: those of the common circle all may read, any other circle is one person's. */
export function letterCollection(id: string): (typeof letters | typeof ownLetters)['name'] {
  return CIRCLES.includes(parseId(id)?.circle ?? '') ? 'letters' : 'ownLetters'
}

/** The id of the same letter in another circle. */
export function inCircle(id: string, circle: string): string {
  return `${circle}${id.slice(id.indexOf('-'))}`
}
