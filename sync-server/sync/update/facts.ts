import { collectionNamed } from '../../../shared/collections.ts'
import { type Collection, type Fields, own } from '../../../shared/records/declarations/collection.ts'
import { isObject, type Json } from '../../../shared/records/declarations/value.ts'
import type { Brought } from './brought.ts'

/** Whether a path is an entry of a list of facts: made once, never changed. */
export function isFact(collection: Collection, path: string): boolean {
  const [list = '', entry, field] = path.split('/')
  return entry !== undefined && field === undefined && (own(collection.lists, list)?.once ?? false)
}

/** Whether a path is a field of a fact, its `gone` included. */
export function isInsideFact(collection: Collection, path: string): boolean {
  const [list = '', , field] = path.split('/')
  return field !== undefined && (own(collection.lists, list)?.once ?? false)
}

/** Whether the server alone writes records of a collection: it makes them, and removes them, too. */
export function isServers({ fields, lists }: Collection): boolean {
  const all = Object.values(fields)
  return all.length > 0 && Object.keys(lists).length === 0 && all.every(({ server }) => server)
}

/** Whether a value written whole, a record as created or an entry, holds a field that only the server writes. */
export function carriesServerField(collection: Collection, path: string, value: Json): boolean {
  if (!isObject(value)) return false
  const [list = '', entry, field] = path.split('/')
  if (path === '') return carriesIn(collection.fields, value, true) || listsCarry(collection, value)
  if (entry === undefined || field !== undefined) return false
  return carriesIn(own(collection.lists, list)?.fields ?? {}, value, false)
}

function listsCarry(collection: Collection, value: Json): boolean {
  return Object.entries(collection.lists).some(([name, { fields }]) => {
    const entries = isObject(value) ? own(value, name) : undefined
    return isObject(entries) && Object.values(entries).some((entry) => carriesIn(fields, entry, false))
  })
}

function carriesIn(fields: Fields, value: Json, isCreation: boolean): boolean {
  if (!isObject(value)) return false
  return Object.keys(value).some((name) => {
    const field = own(fields, name)
    return field?.server === true && !(isCreation && field.imported)
  })
}

/** The facts that an update's own creations make. */
export class FactIndex {
  readonly #made = new Set<string>()

  constructor(brought: readonly Brought[]) {
    for (const one of brought) {
      const collection = collectionNamed(one.collection)
      if (collection && one.key.path === '') this.#take(collection, one)
    }
  }

  /** Whether a creation in the same update has made the fact already. */
  isMade({ collection, key }: Brought): boolean {
    return this.#made.has(`${collection} ${key.id}/${key.path}`)
  }

  #take(collection: Collection, { key, value }: Brought): void {
    for (const [list, { once }] of Object.entries(collection.lists)) {
      const entries = once && isObject(value) ? own(value, list) : undefined
      if (!isObject(entries)) continue
      for (const entry of Object.keys(entries)) this.#made.add(`${collection.name} ${key.id}/${list}/${entry}`)
    }
  }
}
