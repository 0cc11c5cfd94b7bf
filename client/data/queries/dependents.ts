import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { type Collection, own } from '../../../shared/records/declarations/collection.ts'

/** What items show besides what their declarations refer to: sums in the company's currency, and what fields there are. */
const ALSO: { readonly [collection: string]: readonly CollectionName[] } = {
  orders: ['currencies', 'company', 'customFields'],
  customers: ['customFields'],
  products: ['customFields'],
  invoices: ['currencies', 'company'],
  rules: ['kinds', 'runs'],
  plans: ['planRows'],
  calls: ['ignoredNumbers', 'company'],
}

/** Which collections' items show names of which others, from the declarations' references. */
export const DEPENDENTS: ReadonlyMap<CollectionName, ReadonlySet<CollectionName>> = dependents()

function dependents(): Map<CollectionName, Set<CollectionName>> {
  const found = new Map<CollectionName, Set<CollectionName>>()
  for (const [name, collection] of Object.entries<Collection>(COLLECTIONS)) {
    for (const to of referencesOf(collection)) {
      const known = found.get(to) ?? new Set<CollectionName>()
      found.set(to, known.add(name as CollectionName))
    }
  }
  return found
}

function referencesOf(collection: Collection): CollectionName[] {
  const lists = Object.values(collection.lists).flatMap((list) => Object.values(list.fields))
  const fields = [...Object.values(collection.fields), ...lists]
  const named = fields.flatMap((field) =>
    field.to && field.to !== collection.name ? [field.to as CollectionName] : [],
  )
  return [...named, ...(own(ALSO, collection.name) ?? [])]
}
