import { folded } from '../filters/values/folded.ts'

/** Rows in the order of their names as lists have it: without case, ё as е. Each name is folded once. */
export function sortedByName<T>(rows: readonly T[], nameOf: (row: T) => string): T[] {
  return rows
    .map((row) => ({ row, key: folded(nameOf(row)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row)
}
