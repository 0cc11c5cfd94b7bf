import type { CollectionName } from '../../../shared/collections.ts'
import { isLeftOut, type LeftOut } from '../../../shared/features/records.ts'
import { namedBy } from './about.ts'
import type { Directory } from './directory.ts'

/** Whether a record is left out: by itself, or, of a comment or file, with the record that it belongs to. */
export function isOut(directory: Directory, without: LeftOut, collection: CollectionName, id: string): boolean {
  if (without.length === 0) return false
  if (without.includes(collection)) return true
  if (collection === 'comments' || collection === 'files') {
    const { about } = (directory.row(collection, id) ?? {}) as { readonly about?: string | null }
    const named = namedBy(about ?? '')
    return named !== null && isOut(directory, without, named.collection, named.id)
  }
  const kinds = without.flatMap((mark) => (mark.startsWith(`${collection}/`) ? mark.slice(collection.length + 1) : []))
  if (kinds.length === 0) return false
  // As JSON writes it: rows that do not have the word are not made.
  const naming = kinds.map((kind) => JSON.stringify(kind))
  return isLeftOut(without, collection, directory.rows(collection).ifNaming(id, naming))
}
