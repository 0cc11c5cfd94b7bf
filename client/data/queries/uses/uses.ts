import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import type { Directory } from '../directory.ts'
import type { AnyRow } from '../standing-rows.ts'
import { type Place, placesOf } from './places.ts'
import type { Use, UsesAnswer, UsesQuery } from './query.ts'

/** In how many records others stand (company/SPEC S6). */
export function usesOf(directory: Directory, query: UsesQuery): UsesAnswer {
  const names = namesOf(directory, query)
  const uses = Object.keys(COLLECTIONS).map((name) => useIn(directory, name as CollectionName, query, names))
  return { what: 'uses', uses: uses.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count) }
}

type Names = { readonly [B in Place['by']]: ReadonlySet<unknown> }

function namesOf(directory: Directory, { collection, ids }: UsesQuery): Names {
  const rows = ids.flatMap((id) => directory.row(collection, id) ?? [])
  const texts = (field: string) => new Set(rows.map((row) => row[field]).filter(Boolean))
  return { id: new Set(ids), name: texts('name'), code: texts('code') }
}

function useIn(directory: Directory, within: CollectionName, { collection, ids }: UsesQuery, names: Names): Use {
  const places = placesOf(collection, within, directory.customFields())
  const needles = [...new Set(places.flatMap(({ by }) => [...names[by]]))].map((name) => JSON.stringify(name))
  let count = 0
  if (needles.length > 0)
    for (const row of directory.rows(within).naming(needles)) {
      const isItself = within === collection && ids.includes(row.id)
      if (!row.gone && !isItself && places.some((place) => stands(row, place, names[place.by]))) count++
    }
  return { collection: within, count }
}

function stands(row: AnyRow, { list, field }: Place, names: ReadonlySet<unknown>): boolean {
  if (list === null) return names.has(row[field])
  const entries = row[list] as unknown as readonly { readonly [field: string]: unknown }[]
  return entries.some((entry) => names.has(entry[field]))
}
