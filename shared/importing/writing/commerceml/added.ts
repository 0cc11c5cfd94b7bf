import { customFieldsOf } from '../../../custom/known.ts'
import { decimalsOf, unitsOf } from '../../../custom/numbers.ts'
import { readAs } from '../../../custom/reading.ts'
import { decimalText } from '../../../lists/decimal-text.ts'
import { customValuesOf } from '../../../records/declarations/custom.ts'
import type { Field } from '../../../records/declarations/fields.ts'
import type { Json } from '../../../records/declarations/value.ts'
import type { NamedValue } from '../../reading/commerceml/exchange.ts'

/**
 * What a record has in fields that the company added, as details of CommerceML (SPEC X31): by their names, in the words in
 * which they are read again. What refers to other records is left out: they are none of the file's.
 */
export function addedDetails(collection: 'products' | 'orders', row: object): NamedValue[] {
  const values = customValuesOf(row)
  return customFieldsOf(collection).flatMap(({ name, field }) => {
    const raw = values[name]
    const text = raw === undefined ? null : textOf(field, readAs(field, raw))
    const title = field.added?.title
    return title && text ? [{ name: title, value: text }] : []
  })
}

function textOf(field: Field, value: Json): string | null {
  if (value === null || field.to !== undefined) return null
  if (field.type === 'decimal') {
    const decimals = decimalsOf(field, Number(value))
    return decimalText(unitsOf(Number(value), decimals), decimals, '.')
  }
  if (field.type === 'money') return decimalText(Number(value), 2, '.')
  if (field.type === 'choice' || field.type === 'strings') return optionNames(field, value)
  return String(value)
}

function optionNames({ added }: Field, value: Json): string {
  const ids: readonly Json[] = Array.isArray(value) ? value : [value]
  const chosen = (added?.options ?? []).filter(({ id }) => ids.includes(id))
  return chosen.map(({ name }) => name).join(', ')
}
