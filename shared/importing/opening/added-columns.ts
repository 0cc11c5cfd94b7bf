import type { CustomField } from '../../custom/declared.ts'
import { customFieldsOf } from '../../custom/known.ts'
import { folded } from '../../filters/values/folded.ts'
import type { CustomName } from '../../records/declarations/custom.ts'
import type { NamedValue } from '../reading/commerceml/exchange.ts'

/** Columns that details of an exchange become, by their names: those that the company has fields of its own for. */
export type AddedColumns = ReadonlyMap<string, CustomField>

/**
 * The columns for details of records, those that any of them has; `taken` are columns that stand already. A field that refers to
 * other records is none: a file does not bring them.
 */
export function addedColumns(
  collection: 'products' | 'orders',
  details: Iterable<readonly NamedValue[]>,
  taken: readonly string[],
): AddedColumns {
  const named = new Map(customFieldsOf(collection).map((one) => [folded(one.field.added?.title ?? ''), one]))
  const found = new Map<string, CustomField>()
  if (named.size === 0) return found
  for (const list of details) {
    for (const { name } of list) {
      const field = named.get(folded(name.trim()))
      if (field && field.field.to === undefined && !taken.includes(name)) found.set(name, field)
    }
  }
  return found
}

/** Where the cells of such columns go. */
export function addedTargets(columns: AddedColumns): { readonly [column: string]: CustomName } {
  return Object.fromEntries([...columns].map(([column, { name }]) => [column, name]))
}

/** The cells of one record: of two details of one name the first counts. */
export function addedCells(
  columns: AddedColumns,
  details: readonly NamedValue[],
): { readonly [column: string]: string } {
  return Object.fromEntries(
    [...columns.keys()].map((column) => [column, details.find(({ name }) => name === column)?.value ?? '']),
  )
}
