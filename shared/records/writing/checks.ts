import { Failure } from '../../errors.ts'
import { type Collection, type Fields, fieldAt, fieldNamed, type List, own } from '../declarations/collection.ts'
import type { Field } from '../declarations/fields.ts'
import { isObject, type Json, type JsonObject } from '../declarations/value.ts'
import { isPath, isSegment } from '../keys/key.ts'

/** Failure unless the path of a record that exists may be written with this value, by the server or by anyone. */
export function checkWritable(collection: Collection, path: string, value: Json, isServer: boolean): void {
  const at = { collection: collection.name, field: path }
  const [list = '', entry] = path.split('/')
  if (entry !== undefined && own(collection.lists, list)?.once) throw new Failure('entry-once', at)
  const field = isPath(path) ? fieldAt(collection, path) : undefined
  if (!field) throw new Failure('field-unknown', at)
  if (field.server && !isServer) throw new Failure('update-server-field', at)
  if (value !== null && !field.accepts(value)) throw new Failure('field-value', at)
}

/** The values of a new record, without the empty ones; Failure where one may not stand. */
export function checkDraft(collection: Collection, draft: JsonObject, isServer: boolean): JsonObject {
  const checked: { [name: string]: Json } = {}
  for (const [name, value] of kept(draft)) {
    const list = own(collection.lists, name)
    const field = fieldNamed(collection, name)
    if (!list) checkField(field, value, name, isServer || (field?.imported ?? false))
    checked[name] = list ? checkEntries(list, value, name, isServer) : value
  }
  return checked
}

/** The values of a new entry at `path`, without the empty ones; Failure where one may not stand. */
export function checkEntry(fields: Fields, values: JsonObject, path: string, isServer: boolean): JsonObject {
  const given = kept(values)
  for (const [name, value] of given) checkField(own(fields, name), value, `${path}/${name}`, isServer)
  return Object.fromEntries(given)
}

function checkEntries({ fields }: List, entries: Json, list: string, isServer: boolean): JsonObject {
  if (!isObject(entries)) throw new Failure('field-value', { field: list })
  const checked = Object.entries(entries).map(([entry, values]) => {
    if (!isSegment(entry) || !isObject(values)) throw new Failure('field-value', { field: list })
    return [entry, checkEntry(fields, values, `${list}/${entry}`, isServer)]
  })
  return Object.fromEntries(checked)
}

/** `open`: the field may be the server's. */
function checkField(field: Field | undefined, value: Json, at: string, open: boolean): void {
  if (!field) throw new Failure('field-unknown', { field: at })
  if (field.server && !open) throw new Failure('update-server-field', { field: at })
  if (!field.accepts(value)) throw new Failure('field-value', { field: at })
}

function kept(values: JsonObject): [name: string, value: Json][] {
  return Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
}
