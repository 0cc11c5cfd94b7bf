import type { Collection, Row } from '../declarations/collection.ts'
import type { Change } from './record-set.ts'

/** Those changes that are of a collection, with rows as it declares them. */
export function changesOf<C extends Collection>(changes: readonly Change[], { name }: C): readonly Change<C>[] {
  // A row of a collection is of that collection.
  return changes.filter((one) => one.collection.name === name) as unknown as readonly Change<C>[]
}

/** The same as they read now: of those alone that are there. */
export function changedRows<C extends Collection>(changes: readonly Change[], collection: C): readonly Row<C>[] {
  return changesOf(changes, collection).flatMap(({ after }) => after ?? [])
}
