import { isObject, type Json, type JsonObject } from '../declarations/value.ts'
import { isSegment } from '../keys/key.ts'
import type { Stamp } from '../keys/stamp.ts'
import type { ValuedWrite, Writes } from './merge.ts'

/** All that is written about a record: as it is written, and as its paths read. */
export interface Reading {
  readonly writes: Writes
  readonly values: Values
}

/** A value together with the stamp of the write that set it. */
export interface Stamped {
  readonly stamp: Stamp
  readonly value: Json
}

/** An entry's values; `whole` is what wrote the entry itself, null while that has not arrived (SPEC R6). */
export interface EntryValues {
  whole: Stamped | null
  readonly fields: Map<string, Stamped>
}

/**
 * A record's values, each with its stamp: what reading is, before declarations give it a shape. The record as created
 * lies lowest, over it the entries written whole, over these the paths written by themselves; within each of the three
 * the highest stamp wins (SPEC R4).
 */
export class Values {
  readonly fields = new Map<string, Stamped>()
  /** By list, then by entry. */
  readonly lists = new Map<string, Map<string, EntryValues>>()
  /** The highest stamp of all that is written about the record; empty when nothing is. */
  readonly latest: Stamp

  constructor({ creation, byPath }: Writes) {
    if (creation) this.#takeCreation(creation.values, creation.stamp)
    const single: [path: string, write: ValuedWrite][] = []
    let latest = creation?.stamp ?? ''
    for (const [path, writes] of byPath) {
      const last = highest(writes)
      if (last.stamp > latest) latest = last.stamp
      if (isEntryPath(path)) this.#takeEntries(path, writes)
      else single.push([path, last])
    }
    for (const [path, write] of single) this.#takeWrite(path, write)
    this.latest = latest
  }

  /** The value at a path. */
  get(path: string): Stamped | undefined {
    const [first = '', entry, field] = path.split('/')
    if (entry === undefined) return this.fields.get(first)
    const values = this.lists.get(first)?.get(entry)
    return field === undefined ? (values?.whole ?? undefined) : values?.fields.get(field)
  }

  #takeCreation(values: JsonObject, stamp: Stamp): void {
    for (const [name, value] of Object.entries(values)) {
      if (isObject(value)) this.#takeList(name, value, stamp)
      else this.fields.set(name, { stamp, value })
    }
  }

  #takeList(list: string, entries: JsonObject, stamp: Stamp): void {
    for (const [entry, value] of Object.entries(entries)) {
      if (isSegment(entry)) this.#takeWhole(list, entry, { stamp, value })
    }
  }

  #takeEntries(path: string, writes: readonly ValuedWrite[]): void {
    const [list = '', entry = ''] = path.split('/')
    for (const write of [...writes].sort((a, b) => (a.stamp < b.stamp ? -1 : 1))) this.#takeWhole(list, entry, write)
  }

  #takeWhole(list: string, entry: string, { stamp, value }: Stamped): void {
    if (!isObject(value)) return
    const values = this.#entry(list, entry)
    values.whole = { stamp, value }
    for (const [name, one] of Object.entries(value)) values.fields.set(name, { stamp, value: one })
  }

  #takeWrite(path: string, { stamp, value }: ValuedWrite): void {
    const [first = '', entry, field] = path.split('/')
    if (entry === undefined || field === undefined) this.fields.set(first, { stamp, value })
    else this.#entry(first, entry).fields.set(field, { stamp, value })
  }

  #entry(list: string, entry: string): EntryValues {
    const entries = this.lists.get(list) ?? new Map<string, EntryValues>()
    if (entries.size === 0) this.lists.set(list, entries)
    const values = entries.get(entry) ?? { whole: null, fields: new Map<string, Stamped>() }
    entries.set(entry, values)
    return values
  }
}

function highest(writes: readonly ValuedWrite[]): ValuedWrite {
  return writes.reduce((best, write) => (write.stamp > best.stamp ? write : best))
}

/** Whether a path names an entry of a list: two segments. */
export function isEntryPath(path: string): boolean {
  const slash = path.indexOf('/')
  return slash !== -1 && slash === path.lastIndexOf('/')
}
