import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import type { CustomField } from '../../../../shared/custom/declared.ts'
import type { Collection, Fields } from '../../../../shared/records/declarations/collection.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'

/** By what a record is named where it stands. */
export type NamedBy = 'id' | 'name' | 'code'

/** A field in which records of another collection may stand, of the record itself or of a list's entries. */
export interface Place {
  readonly list: string | null
  readonly field: string
  readonly by: NamedBy
}

/** Where records of a collection may stand in those of another, as both are declared (company/SPEC S6). */
export function placesOf(collection: CollectionName, within: CollectionName, added: readonly CustomField[]): Place[] {
  const declared: Collection = COLLECTIONS[within]
  const custom = added.flatMap(({ name, of, field }) => (of === within ? [[name, field] as const] : []))
  return [
    ...placesIn(collection, { ...declared.fields, ...Object.fromEntries(custom) }, null),
    ...Object.entries(declared.lists).flatMap(([list, { fields }]) => placesIn(collection, fields, list)),
  ]
}

function placesIn(collection: CollectionName, fields: Fields, list: string | null): Place[] {
  return Object.entries(fields).flatMap(([field, declared]) => {
    const by = namedBy(collection, declared)
    return by ? [{ list, field, by }] : []
  })
}

function namedBy(collection: CollectionName, { to, offers, form }: Field): NamedBy | null {
  if (to === collection) return 'id'
  if (offers === collection) return 'name'
  return form === 'currency' && collection === 'currencies' ? 'code' : null
}
