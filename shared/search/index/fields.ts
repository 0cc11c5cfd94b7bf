import { COLLECTIONS, type CollectionName } from '../../collections.ts'
import { everyCustomField, fieldsOf } from '../../custom/known.ts'
import type { Collection, Fields } from '../../records/declarations/collection.ts'
import type { Field } from '../../records/declarations/fields.ts'

/** Collections whose records are found: those that have a card, or belong to one, in the order in which groups stand. */
export const FOUND_IN = [
  'customers',
  'orders',
  'invoices',
  'events',
  'calls',
  'jobs',
  'calendarRecords',
  'letters',
  'ownLetters',
  'comments',
  'files',
  'products',
  'people',
] as const satisfies readonly CollectionName[]
export type FoundIn = (typeof FOUND_IN)[number]

export function isFoundIn(name: string): name is FoundIn {
  return FOUND_IN.some((one) => one === name)
}

/** What records are called by, where it is declared. */
const TITLES: readonly string[] = ['number', 'draft', 'name', 'subject']

/** How a field's values are found. */
export type Way = 'title' | 'text' | 'phone' | 'people' | 'named'

export interface Searched {
  readonly name: string
  readonly way: Way
}

/** What of a collection's records is searched, as their declaration says it (SPEC I5). */
export interface SearchedFields {
  readonly own: readonly Searched[]
  readonly lists: readonly { readonly name: string; readonly fields: readonly Searched[] }[]
  /** Nobody is named in such a record: it belongs to whose device made it. */
  readonly isByMaker: boolean
}

/** References that are followed to what the record is about, and to whom it concerns. */
const NAMED: readonly string[] = ['customers', 'products'] satisfies readonly FoundIn[]

export function searchedFields(name: CollectionName): SearchedFields {
  const custom = everyCustomField()
  const known = KNOWN.get(custom) ?? new Map<CollectionName, SearchedFields>()
  KNOWN.set(custom, known)
  const fields = known.get(name) ?? readFields(name)
  known.set(name, fields)
  return fields
}

/** By what the company has declared at the time. */
const KNOWN = new WeakMap<object, Map<CollectionName, SearchedFields>>()

function readFields(name: CollectionName): SearchedFields {
  const fields = fieldsOf(name)
  const own = waysOf(fields)
  const persons = own.filter(({ name, way }) => way === 'people' && !fields[name]?.server)
  const { lists } = COLLECTIONS[name] as Collection
  return {
    own,
    lists: Object.entries(lists).flatMap(([list, { fields, once }]) => {
      // Who entered a fact is not whom the record concerns.
      const ways = waysOf(fields, false).filter(({ way }) => !once || way !== 'people')
      return ways.length > 0 ? [{ name: list, fields: ways }] : []
    }),
    isByMaker: persons.length === 0,
  }
}

function waysOf(fields: Fields, hasTitle = true): readonly Searched[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const way = hasTitle && TITLES.includes(name) ? 'title' : wayOf(field)
    return way === null ? [] : [{ name, way }]
  })
}

/** Null: nobody reads it as words. */
function wayOf({ type, form, unread, account, choices, to }: Field): Way | null {
  if (type === 'reference') return to === 'people' ? 'people' : to !== undefined && NAMED.includes(to) ? 'named' : null
  if (unread || account || form === 'currency') return null
  if (type === 'strings') return choices ? null : 'text'
  if (type !== 'text' && type !== 'note') return null
  return form === 'phone' ? 'phone' : 'text'
}
