import { isSameJson, type Json, type JsonObject } from '../../records/declarations/value.ts'
import type { FieldChange } from '../report.ts'

/**
 * What values would change of a record or an entry. An empty cell says nothing: what people have written stays. `at` stands
 * before the names of fields: `lines/<entry>/`.
 */
export function changesOf(record: { readonly [field: string]: Json }, values: JsonObject, at = ''): FieldChange[] {
  return Object.entries(values).flatMap(([field, after]) => {
    const before = record[field] ?? null
    return after === null || isSameJson(before, after) ? [] : [{ field: `${at}${field}`, before, after }]
  })
}

/** The values that changes lead to, by path. */
export function valuesAfter(changes: readonly FieldChange[]): { [path: string]: Json } {
  return Object.fromEntries(changes.map(({ field, after }) => [field, after]))
}
