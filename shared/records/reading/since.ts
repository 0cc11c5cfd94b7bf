import { type Collection, GONE, own, readValue, type Since } from '../declarations/collection.ts'
import type { Field } from '../declarations/fields.ts'
import { replicaOf, type Stamp, timeOf } from '../keys/stamp.ts'
import type { Stamped, Values } from './values.ts'

const NOTHING: Since = {}

/** Since when the fields that are declared so read as they do, and by whom; `made`: the stamp of the record as created (SPEC R23). */
export function sinceOf({ fields, lists, since }: Collection, values: Values, made: Stamp): Since {
  const told = since.flatMap((path) => {
    const [first = '', inner] = path.split('/')
    if (inner === undefined) return toldOf(path, own(fields, first), values.fields.get(first), made)
    const field = own(own(lists, first)?.fields ?? {}, inner)
    return [...(values.lists.get(first) ?? [])].flatMap(([id, entry]) =>
      entry.whole === null || entry.fields.get(GONE)?.value === true
        ? []
        : toldOf(`${first}/${id}/${inner}`, field, entry.fields.get(inner), made),
    )
  })
  return told.length === 0 ? NOTHING : Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function toldOf(path: string, field: Field | undefined, written: Stamped | undefined, made: Stamp) {
  if (!field || !written || written.stamp === made || readValue(field, written.value) === null) return []
  return [[path, { at: timeOf(written.stamp), by: replicaOf(written.stamp) }] as const]
}
