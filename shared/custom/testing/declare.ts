import type { CustomFieldRow } from '../collections.ts'
import { declaredOf } from '../declared.ts'
import { takeCustomFieldsFrom } from '../known.ts'

/** A field as tests declare it: the rest reads as where nothing was written. */
export type Declared = Pick<CustomFieldRow, 'id' | 'name' | 'type'> &
  Partial<Omit<CustomFieldRow, 'options'>> & {
    readonly options?: readonly { readonly id: string; readonly name: string; readonly off?: boolean }[]
  }

/** Makes fields of customers, or of what they say, known to this thread; with none, there are none. */
export function declare(...fields: readonly Declared[]): void {
  const rows = fields.map(rowOf)
  const declared = declaredOf(rows)
  takeCustomFieldsFrom(() => declared)
}

function rowOf({ options = [], ...field }: Declared): CustomFieldRow {
  const read = {
    of: 'customers',
    gone: false,
    place: null,
    hint: null,
    wanted: false,
    later: false,
    quick: false,
    decimals: null,
  }
  const offered = options.map((one) => ({ hue: null, off: false, place: null, ...one }))
  // Declarations read no more of their rows.
  return { ...read, ...field, options: offered } as unknown as CustomFieldRow
}
