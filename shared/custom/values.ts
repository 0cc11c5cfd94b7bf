import type { CollectionName } from '../collections.ts'
import type { FilterValue } from '../filters/filter.ts'
import type { Field } from '../records/declarations/fields.ts'
import type { Json } from '../records/declarations/value.ts'
import { customFieldsOf } from './known.ts'
import { readWhole } from './reading.ts'

/** Where an item has, besides the value of a field: its name in words, its place among what is offered, what cannot be read. */
export const NAME = 'Name'
export const RANK = 'Rank'
export const ODD = 'Odd'

type Cell = FilterValue | readonly string[]
type NameOf = (to: CollectionName, id: string | null) => string | null

/** The fields that the company added, as items of lists have them: read by their declared types, with names beside ids. */
export function customValuesIn(
  collection: CollectionName,
  row: { readonly [name: string]: unknown },
  nameOf: NameOf,
): { readonly [field: string]: Cell } {
  const values: { [name: string]: Cell } = {}
  for (const { name, field } of customFieldsOf(collection)) {
    const { value, odd } = readWhole(field, row[name] as Json | undefined)
    values[name] = value as Cell
    if (odd !== null) values[name + ODD] = odd
    if (field.to) values[name + NAME] = nameOf(field.to as CollectionName, value as string | null)
    else addWords(values, name, field, value)
  }
  return values
}

/** Choices stand in their own order, not in that of their names. */
function addWords(values: { [name: string]: Cell }, name: string, { added }: Field, value: Json): void {
  const options = added?.options ?? []
  if (options.length === 0) return
  const ids = Array.isArray(value) ? value : [value]
  const chosen = options.filter(({ id }) => ids.includes(id))
  const [first] = chosen
  values[name + NAME] = first ? chosen.map((one) => one.name).join(', ') : null
  if (first) values[name + RANK] = options.indexOf(first)
}
