import { COLLECTIONS, type CollectionName } from '../collections.ts'
import { type Collection, type Fields, fieldAt } from '../records/declarations/collection.ts'
import type { Field } from '../records/declarations/fields.ts'
import { QUICK_TYPES } from './collections.ts'
import { type CustomField, ownerOf } from './declared.ts'

type Source = () => readonly CustomField[]

const NONE: readonly CustomField[] = []
let source: Source = () => NONE

/**
 * Says where this thread has the fields that its company added: a page, a worker, a process serves one company, so they are
 * known everywhere in it, as the built-in ones are. A source that tells Solid that it was read keeps whatever was
 * drawn from it up to date.
 */
export function takeCustomFieldsFrom(next: Source): void {
  source = next
}

/** All fields of a company's own, removed ones too, in their order. */
export function everyCustomField(): readonly CustomField[] {
  return source()
}

/** Those that the collection's records have now, in their order. */
export function customFieldsOf(collection: CollectionName): readonly CustomField[] {
  const declared = source()
  const known = BY_COLLECTION.get(declared) ?? new Map<CollectionName, readonly CustomField[]>()
  BY_COLLECTION.set(declared, known)
  const owner = ownerOf(collection)
  const fields = known.get(owner) ?? declared.filter(({ of, isGone }) => of === owner && !isGone)
  known.set(owner, fields)
  return fields
}

/** By what is declared at the time: a list of many thousand rows asks for each of them. */
const BY_COLLECTION = new WeakMap<readonly CustomField[], Map<CollectionName, readonly CustomField[]>>()

/** Those that a card shows: one that is being made leaves out what is asked later, until something stands in it. */
export function formFieldsOf(
  collection: CollectionName,
  values: { readonly [name: string]: unknown },
  isNew: boolean,
): readonly CustomField[] {
  const fields = customFieldsOf(collection)
  return isNew ? fields.filter(({ name, field }) => !field.added?.isLater || (values[name] ?? null) !== null) : fields
}

/** The names of those that lists have a filter of their own for. */
export function quickFieldsOf(collection: CollectionName): readonly string[] {
  const quick = customFieldsOf(collection).filter(
    ({ type, field }) => field.added?.isQuick && QUICK_TYPES.includes(type),
  )
  return quick.map(({ name }) => name)
}

/** The built-in fields of a collection, and behind them those that the company added. */
export function fieldsOf(collection: CollectionName): Fields {
  const added = customFieldsOf(collection)
  const { fields } = COLLECTIONS[collection] as Collection
  return added.length === 0 ? fields : { ...fields, ...byName(added) }
}

/** As `fieldsOf`, with those that were removed: what was written in them is still told of. */
export function toldFieldsOf(collection: CollectionName): Fields {
  const owner = ownerOf(collection)
  return { ...COLLECTIONS[collection].fields, ...byName(source().filter(({ of }) => of === owner)) }
}

/** The field at a path as people know it, the removed ones of a company's own among them. */
export function shownAt(collection: CollectionName, path: string): Field | undefined {
  return addedAt(collection, path)?.field ?? fieldAt(COLLECTIONS[collection], path)
}

/** A field that the company added, by its name; removed ones too. */
export function addedAt(collection: CollectionName, name: string): CustomField | undefined {
  const owner = ownerOf(collection)
  return source().find((one) => one.name === name && one.of === owner)
}

function byName(fields: readonly CustomField[]): Fields {
  return Object.fromEntries(fields.map(({ name, field }) => [name, field]))
}
