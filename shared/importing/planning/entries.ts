import { generateKeyBetween } from 'fractional-indexing'
import type { Fields } from '../../records/declarations/collection.ts'
import type { Json, JsonObject } from '../../records/declarations/value.ts'
import type { CellsByField } from '../reading/mapping.ts'
import type { RowReader } from '../reading/row-reader.ts'
import { entryId } from './ids.ts'
import { filled } from './setting.ts'

/** A list of the record with that id, as its collection declares it. */
interface ListOfRecord {
  readonly id: string
  readonly list: string
  readonly fields: Fields
}

/** The values that a row has for fields. */
export function valuesOf(fields: Fields, cells: CellsByField, reader: RowReader): { [name: string]: Json } {
  const values: { [name: string]: Json } = {}
  for (const [name, cell] of Object.entries(cells)) {
    const field = fields[name]
    if (field) values[name] = reader.value(field, cell)
  }
  return values
}

/** The entries that a row has for a list; one whose cells are all empty is left out. */
export function entriesOf(
  reader: RowReader,
  { id, list, fields }: ListOfRecord,
  asked: readonly CellsByField[],
): { [entry: string]: JsonObject } {
  const entries: { [entry: string]: JsonObject } = {}
  let place: string | null = null
  for (const [i, cells] of asked.entries()) {
    const columns = Object.values(cells).flatMap((cell) => cell.column ?? [])
    if (columns.length > 0 && columns.every((column) => reader.raw(column) === '')) continue
    place = generateKeyBetween(place, null)
    entries[entryId(id, list, i)] = filled({ ...valuesOf(fields, cells, reader), place })
  }
  return entries
}
