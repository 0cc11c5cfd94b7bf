import { type Collection, type Fields, GONE, type List, own, type Row, readValue } from '../declarations/collection.ts'
import { CUSTOM_VALUE, isCustomName } from '../declarations/custom.ts'
import type { Field } from '../declarations/fields.ts'
import type { Json } from '../declarations/value.ts'
import { replicaOf, type Stamp, timeOf } from '../keys/stamp.ts'
import { sinceOf } from './since.ts'
import type { EntryValues, Reading, Stamped, Values } from './values.ts'

type Loose = { [name: string]: Json }
type Built = { id: string } & Loose

/**
 * Gives the writes about a record the shape of its declaration. Null while the record as created has not arrived:
 * writes without their record are neither shown nor dropped (SPEC R6).
 */
export function readRow<C extends Collection>(collection: C, id: string, { writes, values }: Reading): Row<C> | null {
  const { creation } = writes
  if (creation === null) return null
  const removal = removalIn(values.fields)
  const row: Loose = {
    id,
    gone: removal !== undefined,
    goneAt: removal ? timeOf(removal.stamp) : null,
    goneBy: removal ? replicaOf(removal.stamp) : null,
    newer: creation.version > collection.version,
    madeAt: timeOf(creation.stamp),
    madeBy: replicaOf(creation.stamp),
    changedAt: timeOf(lastChange(collection, values, creation.stamp)),
  }
  readFields(row, collection.fields, values.fields)
  for (const [name, list] of Object.entries(collection.lists))
    row[name] = readList(list, values.lists.get(name), creation.stamp)
  if (collection.since.length > 0) row.since = sinceOf(collection, values, creation.stamp)
  if (collection.custom) readCustom(row, values.fields)
  // What is put in above is exactly what the declaration names, with the values its fields accept.
  return row as unknown as Row<C>
}

/** The write by which a record or entry is removed; undefined while it is not. */
function removalIn(values: ReadonlyMap<string, Stamped>): Stamped | undefined {
  const written = values.get(GONE)
  return written?.value === true ? written : undefined
}

function readFields(into: Loose, fields: Fields, values: ReadonlyMap<string, Stamped>): void {
  for (const [name, field] of Object.entries(fields)) into[name] = readValue(field, values.get(name)?.value)
}

/** Fields that the company added, those with a value, by name: equal records read alike, whoever wrote first. */
function readCustom(into: Loose, values: ReadonlyMap<string, Stamped>): void {
  for (const name of [...values.keys()].filter(isCustomName).sort()) {
    const value = readValue(CUSTOM_VALUE, values.get(name)?.value)
    if (value !== null) into[name] = value
  }
}

/** The latest write that is no fact, no place and not the server's; the creation where there is none. */
function lastChange(collection: Collection, values: Values, made: Stamp): Stamp {
  let last = latestIn(collection.fields, values.fields, made, '')
  for (const [name, entries] of values.lists) {
    const list = own(collection.lists, name)
    if (list?.once) continue
    for (const { whole, fields } of entries.values()) {
      if (whole && whole.stamp !== made && whole.stamp > last) last = whole.stamp
      last = latestIn(list?.fields ?? {}, fields, made, last)
    }
  }
  return last === '' ? made : last
}

function latestIn(fields: Fields, values: ReadonlyMap<string, Stamped>, made: Stamp, than: Stamp): Stamp {
  let last = than
  for (const [name, { stamp }] of values) {
    if (stamp > last && stamp !== made && isContent(own(fields, name))) last = stamp
  }
  return last
}

/** A place says where something stands among others, not what it is (SPEC R7). */
function isContent(field: Field | undefined): boolean {
  return field?.server !== true && field?.type !== 'place'
}

function readList(list: List, entries: ReadonlyMap<string, EntryValues> = new Map(), made: Stamp): Built[] {
  const read: Built[] = []
  for (const [id, values] of entries) {
    const entry = readEntry(list, id, values, made)
    if (entry) read.push(entry)
  }
  return read.sort(byPlace)
}

/** An entry that stands: made by somebody, or of a keyed list and with a value (SPEC R24). `made`: the record's creation. */
function readEntry(
  { fields, keyed }: List,
  id: string,
  { whole, fields: values }: EntryValues,
  made: Stamp,
): Built | null {
  if ((whole === null && !keyed) || removalIn(values)) return null
  const entry: Built = { id, madeAt: timeOf(whole?.stamp ?? made) }
  readFields(entry, fields, values)
  return whole === null && Object.keys(fields).every((name) => entry[name] === null) ? null : entry
}

/** Entries stand by their place, those without one after all others; equal places by id (SPEC R7). */
function byPlace(a: Built, b: Built): number {
  const [x, y] = [a.place ?? '~', b.place ?? '~']
  if (x !== y) return String(x) < String(y) ? -1 : 1
  return a.id < b.id ? -1 : 1
}
