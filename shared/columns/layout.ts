import type { Collection, Entry, Fields, Row } from '../records/declarations/collection.ts'
import { customValuesOf } from '../records/declarations/custom.ts'
import type { Json } from '../records/declarations/value.ts'

type Loose = { [name: string]: Json }

/** What every record has besides the fields of its declaration, in the order in which reading gives it. */
const ALWAYS = ['gone', 'goneAt', 'goneBy', 'newer', 'madeAt', 'madeBy', 'changedAt'] as const

/**
 * A row as a list of values without names: what every record has, the declared fields, then for each declared list its
 * entries, each a list of id, `madeAt` and fields; since when they read so, where the declaration asks for that; last, where a company may add fields, those with a value by their
 * names. Its id is not among them.
 */
export function valuesOf(collection: Collection, row: Row<Collection>): Json[] {
  const loose = row as unknown as Loose
  const own = [...ALWAYS, ...Object.keys(collection.fields)].map((name) => loose[name] ?? null)
  const lists: Json[] = Object.entries(collection.lists).map(([name, { fields }]) => {
    const entries = loose[name] as unknown as readonly Entry<Fields>[]
    return entries.map((entry) => entryValues(fields, entry as unknown as Loose))
  })
  if (collection.since.length > 0) lists.push(loose.since ?? {})
  return collection.custom ? [...own, ...lists, customValuesOf(row) as Loose] : [...own, ...lists]
}

function entryValues(fields: Fields, entry: Loose): Json[] {
  const values: Json[] = [entry.id ?? null, entry.madeAt ?? null]
  for (const name of Object.keys(fields)) values.push(entry[name] ?? null)
  return values
}

/** Gives a collection's values their names again: the row is what reading the record gave. */
export function rowReader<C extends Collection>(collection: C): (id: string, values: readonly Json[]) => Row<C> {
  const names = [...ALWAYS, ...Object.keys(collection.fields)]
  const lists = Object.entries(collection.lists).map(([name, { fields }]) => ({ name, fields: Object.keys(fields) }))
  return (id, values) => {
    const row: Loose = { id }
    let at = 0
    for (const name of names) row[name] = values[at++] as Json
    for (const { name, fields } of lists) {
      row[name] = (values[at++] as readonly Json[][]).map((entry) => readEntry(fields, entry))
    }
    if (collection.since.length > 0) row.since = values[at++] as Json
    if (collection.custom) Object.assign(row, values[at])
    // The names are those of the declaration by which the values were laid out.
    return row as unknown as Row<C>
  }
}

function readEntry(fields: readonly string[], values: readonly Json[]): Loose {
  const entry: Loose = { id: values[0] as Json, madeAt: values[1] as Json }
  let at = 2
  for (const name of fields) entry[name] = values[at++] as Json
  return entry
}
