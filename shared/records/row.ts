import { type Collection, type Fields, fieldAt, GONE, own, type Row, readValue } from './collection.ts'
import { type Stamped, Values, type Writes } from './merge.ts'
import { replicaOf, timeOf } from './stamp.ts'
import type { Json } from './value.ts'

type Loose = { [name: string]: Json }
type Built = { id: string } & Loose

/**
 * Gives the writes about a record the shape of its declaration. Null while the record as created has not arrived:
 * writes without their record are neither shown nor dropped (SPEC R6).
 */
export function readRow<C extends Collection>(collection: C, id: string, writes: Writes): Row<C> | null {
  const { creation } = writes
  if (creation === null) return null
  const values = new Values(writes)
  const lists = readLists(collection, values)
  const row: Loose = {
    id,
    gone: values.get(GONE)?.value === true,
    newer: creation.version > collection.version,
    madeAt: timeOf(creation.stamp),
    madeBy: replicaOf(creation.stamp),
    changedAt: lastChange(collection, values, timeOf(creation.stamp)),
  }
  for (const [name, field] of Object.entries(collection.fields)) row[name] = readValue(field, values.get(name)?.value)
  for (const [name, entries] of lists) row[name] = entries
  // The loop above has put in exactly what the declaration names, with the values its fields accept.
  return row as unknown as Row<C>
}

function lastChange(collection: Collection, values: Values, made: number): number {
  let last = made
  for (const [path, { stamp }] of values.entries()) {
    const [first = ''] = path.split('/')
    if (own(collection.lists, first)?.once || fieldAt(collection, path)?.server) continue
    last = Math.max(last, timeOf(stamp))
  }
  return last
}

function readLists(collection: Collection, values: Values): Map<string, Built[]> {
  const lists = new Map(Object.keys(collection.lists).map((name) => [name, new Map<string, Map<string, Stamped>>()]))
  for (const [path, stamped] of values.entries()) {
    const [list = '', entry, field = ''] = path.split('/')
    const entries = entry === undefined ? undefined : lists.get(list)
    if (!entries || entry === undefined) continue
    const known = entries.get(entry)
    if (known) known.set(field, stamped)
    else entries.set(entry, new Map([[field, stamped]]))
  }
  return new Map(
    [...lists].map(([name, entries]) => [name, readEntries(own(collection.lists, name)?.fields ?? {}, entries)]),
  )
}

function readEntries(fields: Fields, entries: Map<string, Map<string, Stamped>>): Built[] {
  const read: Built[] = []
  for (const [id, values] of entries) {
    if (!values.has('') || values.get(GONE)?.value === true) continue
    const entry: Built = { id }
    for (const [name, field] of Object.entries(fields)) entry[name] = readValue(field, values.get(name)?.value)
    read.push(entry)
  }
  return read.sort(byPlace)
}

/** Entries stand by their place, those without one after all others; equal places by id (SPEC R7). */
function byPlace(a: Built, b: Built): number {
  const [x, y] = [a['place'] ?? '~', b['place'] ?? '~']
  if (x !== y) return String(x) < String(y) ? -1 : 1
  return a.id < b.id ? -1 : 1
}
