import { type CollectionName, collectionNamed } from '../../../shared/collections.ts'

/** The record that `<collection>/<id>` names: what a comment, a file or a notice is about. Null where that is of no collection here. */
export function namedBy(about: string): { readonly collection: CollectionName; readonly id: string } | null {
  const [name = '', id = ''] = about.split('/')
  const collection = collectionNamed(name)?.name as CollectionName | undefined
  return collection === undefined ? null : { collection, id }
}
