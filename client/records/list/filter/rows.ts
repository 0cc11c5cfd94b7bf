import type { Comparison, FilterRow } from '../../../../shared/filters/filter.ts'
import type { FieldOf } from '../../../../shared/filters/holds.ts'
import { asksOf, comparisonsOf, valuesFit } from '../../../../shared/filters/values/comparisons.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'

/** A row that says nothing yet: the first field that is offered, and its likeliest comparison. */
export function freshRow(fieldOf: FieldOf, fields: readonly string[]): FilterRow {
  return withField({ field: '', is: 'filled', values: [] }, fieldOf, fields[0] ?? '')
}

/** The row about another field: with its own comparison where that fits the field, else with the likeliest. */
export function withField(row: FilterRow, fieldOf: FieldOf, name: string): FilterRow {
  const field = fieldOf(name)
  const is = field && comparisonsOf(field)[0]
  return is ? { ...row, field: name, is, values: field.type === 'flag' ? [true] : [] } : row
}

/** The row with another comparison; its values stay where they still say something. */
export function compared(row: FilterRow, field: Field, is: Comparison): FilterRow {
  const next = { ...row, is }
  return asksOf(is) === asksOf(row.is) && valuesFit(field, next) ? next : { ...next, values: carried(row, is, field) }
}

/** One value among several stays when one is asked for, and the other way round. */
function carried(row: FilterRow, is: Comparison, field: Field): FilterRow['values'] {
  const values = asksOf(is) === 'one' ? row.values.slice(0, 1) : asksOf(is) === 'several' ? row.values : []
  return valuesFit(field, { ...row, is, values }) ? values : []
}
