import type { CollectionName } from '../collections.ts'
import { parseBasis } from './basis.ts'

/** Says what records are called. */
interface Called {
  called(collection: CollectionName, id: string): string | null
}

/** What a record was made from is called; what is not here, as it is written. */
export function basisName(text: string | null, look: Called): string | null {
  const basis = parseBasis(text)
  return basis === null ? text : (look.called(basis.collection, basis.id) ?? text)
}
