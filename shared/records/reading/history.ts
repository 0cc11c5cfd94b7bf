import { isObject, type Json } from '../declarations/value.ts'
import type { Stamp } from '../keys/stamp.ts'
import { isEntryPath } from './values.ts'

/** A write about a record, wherever it is kept: in a document, in the server's audit trail. */
export interface Wrote {
  /** Empty for the record as created. */
  readonly path: string
  readonly stamp: Stamp
  readonly value: Json
}

/** A write with what stood at its path before it; null: nothing did. */
export interface Told extends Wrote {
  readonly before: Json
}

/** Writes about a record in their true order, and what every path came to have by them. */
export interface History {
  /** The latest first. */
  readonly told: readonly Told[]
  /** By path, those of fields inside entries written whole among them. */
  readonly present: ReadonlyMap<string, Json>
}

/**
 * Tells what each write changed, by stamps: in the order in which they count when the record is read, whatever the order
 * in which they arrived. A record that was made twice was made once, by the earlier creation (SPEC R5).
 */
export function historyOf(writes: Iterable<Wrote>): History {
  const present = new Map<string, Json>()
  const told: Told[] = []
  let isMade = false
  for (const wrote of [...writes].sort(byStamp)) {
    if (wrote.path === '' && isMade) continue
    isMade ||= wrote.path === ''
    told.push({ ...wrote, before: present.get(wrote.path) ?? null })
    for (const [path, value] of laidBy(wrote)) present.set(path, value)
  }
  return { told: told.reverse(), present }
}

/** The paths that a write lays its values at: its own, and those inside of what is written whole. */
function laidBy({ path, value }: Wrote): (readonly [path: string, value: Json])[] {
  if (path === '') return isObject(value) ? Object.entries(value).flatMap(([name, one]) => laidInside(name, one)) : []
  return isEntryPath(path) ? entryLaid(path, value) : [[path, value]]
}

/** A field of the record as created, or a list with its entries. */
function laidInside(name: string, value: Json): (readonly [path: string, value: Json])[] {
  if (!isObject(value)) return [[name, value]]
  return Object.entries(value).flatMap(([entry, whole]) => entryLaid(`${name}/${entry}`, whole))
}

function entryLaid(path: string, whole: Json): (readonly [path: string, value: Json])[] {
  const fields = isObject(whole) ? Object.entries(whole).map(([name, one]) => [`${path}/${name}`, one] as const) : []
  return [[path, whole], ...fields]
}

/** Of two writes with one stamp (a record and what was made with it) the shorter path was written first. */
function byStamp(a: Wrote, b: Wrote): number {
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? -1 : 1
  return a.path < b.path ? -1 : 1
}
