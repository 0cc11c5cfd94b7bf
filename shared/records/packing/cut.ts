import type * as Y from 'yjs'
import { isObject, type Json, type JsonObject, parseCreation, parseJson, parseWrite } from '../declarations/value.ts'
import { parseKey } from '../keys/key.ts'
import type { ValuedWrite, Writes } from '../reading/merge.ts'
import { isEntryPath } from '../reading/values.ts'
import type { KeptText } from './holding.ts'

/** What goes of a record for good, by field: what stands in the place of each value, whoever wrote it and when. */
export interface Cut {
  readonly fields: { readonly [field: string]: Json }
  readonly lists: { readonly [list: string]: ListCut }
}

/** What goes of the entries of a list. */
export interface ListCut {
  readonly fields: { readonly [field: string]: Json }
  /** Of these entries alone; where it is missing, of all. */
  readonly entries?: readonly string[]
  /** Besides, of entries whose field of that name has this value. */
  readonly of?: { readonly field: string; readonly value: string }
}

/** The map of a document, no collection, that says by `<collection>/<id>` what was cut out of its records, as JSON. Devices write nothing there. */
export const CUTS = 'cuts'

/** What was cut out of a record of the document; null: nothing. */
export function cutOf(doc: Y.Doc, collection: string, id: string): Cut | null {
  return readCut(doc.getMap(CUTS).get(`${collection}/${id}`))
}

/** What a document says of a record that it was cut out; null for what is no such text. */
function readCut(text: unknown): Cut | null {
  const cut = typeof text === 'string' ? parseJson(text) : undefined
  // Nobody but the server writes it.
  return isObject(cut) ? (cut as unknown as Cut) : null
}

/** Two cuts of one record as one. */
export function joined(one: Cut, other: Cut): Cut {
  const lists = { ...one.lists }
  for (const [name, list] of Object.entries(other.lists)) {
    const known = lists[name]
    lists[name] = known ? joinedLists(known, list) : list
  }
  return { fields: { ...one.fields, ...other.fields }, lists }
}

function joinedLists(one: ListCut, other: ListCut): ListCut {
  const fields = { ...one.fields, ...other.fields }
  if (!one.entries || !other.entries) return { fields }
  const of = other.of ?? one.of
  return { fields, entries: [...new Set([...one.entries, ...other.entries])].sort(), ...(of && { of }) }
}

/**
 * All that is written about a record with every value of the cut replaced: those that stand, that were overwritten, and that the
 * record was made with. Stamps, and what each had seen, stay: so the record is known by whoever wrote it (R19), and reads as if each
 * had written nothing there. Keys of another form, which nobody can read, go.
 */
export function cutWrites({ creation, byPath }: Writes, cut: Cut): Writes {
  const paths = new Map<string, ValuedWrite[]>()
  for (const [path, writes] of byPath) {
    const cutOnes = writes.map((write) => {
      const value = cutValue(path, write.value, cut)
      return value === write.value ? write : { ...write, value, json: JSON.stringify(value) }
    })
    paths.set(path, cutOnes)
  }
  if (!creation) return { creation, byPath: paths, odd: [] }
  const values = cutValue('', creation.values, cut)
  return {
    creation: { ...creation, values: isObject(values) ? values : {}, json: JSON.stringify(values) },
    byPath: paths,
    odd: [],
  }
}

/** What stands in the place of a value at a path, the empty one of the record as created; itself where nothing is cut out of it. */
export function cutValue(path: string, value: Json, cut: Cut): Json {
  if (path === '') return isObject(value) ? cutRecord(value, cut) : {}
  const [first = '', entry, field] = path.split('/')
  const list = Object.hasOwn(cut.lists, first) ? cut.lists[first] : undefined
  if (entry === undefined) return replaced(cut.fields, first, value)
  if (!list || !isCut(list, entry, value)) return value
  if (field === undefined) return isObject(value) ? cutFields(value, list.fields) : value
  return replaced(list.fields, field, value)
}

function cutRecord(values: JsonObject, cut: Cut): JsonObject {
  const fields = cutFields(values, cut.fields)
  const lists = Object.entries(cut.lists).flatMap(([name]) => {
    const entries = Object.hasOwn(values, name) ? values[name] : undefined
    if (!isObject(entries)) return []
    const cutOnes = Object.entries(entries).map(([id, entry]) => [id, cutValue(`${name}/${id}`, entry, cut)] as const)
    return [[name, Object.fromEntries(cutOnes)] as const]
  })
  return { ...fields, ...Object.fromEntries(lists) }
}

function cutFields(values: JsonObject, cut: ListCut['fields']): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, replaced(cut, name, value)]))
}

/** An empty value says nothing of anybody, and stays. */
function replaced(cut: ListCut['fields'], name: string, value: Json): Json {
  const put = Object.hasOwn(cut, name) ? cut[name] : undefined
  return put === undefined || value === null ? value : put
}

function isCut({ entries, of }: ListCut, entry: string, value: Json): boolean {
  if (!entries || entries.includes(entry)) return true
  return of !== undefined && isObject(value) && value[of.field] === of.value
}

/**
 * A text that a device would bring to a copy of a document, without what was cut out of its record: null where nothing of it is to
 * be brought.
 */
export function spared<T extends KeptText>(one: T, into: Y.Doc): T | null {
  const key = parseKey(one.key)
  const cut = key && cutOf(into, one.collection, key.id)
  if (!key || !cut) return one
  const { path, replica } = key
  const written = path === '' ? parseCreation(one.text, replica) : parseWrite(one.text, replica)
  const value = written ? parseJson(written.json) : undefined
  if (!written || value === undefined) return null
  const left = cutValue(path, value, cut)
  if (JSON.stringify(left) === JSON.stringify(value)) return one
  if (path !== '' && !isEntryPath(path)) return null
  return { ...one, text: one.text.slice(0, one.text.length - written.json.length) + JSON.stringify(left) }
}
