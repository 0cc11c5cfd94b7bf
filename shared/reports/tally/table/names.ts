import type { ReportRow, ReportTable } from '../../answer.ts'
import type { ReportAsk } from '../../ask.ts'
import type { KeyOrder } from '../axes/order.ts'

/** How the keys of a report stand. */
export interface KeyOrders {
  readonly outer?: KeyOrder
  readonly inner?: KeyOrder
  readonly column?: KeyOrder
}

/** The names of the keys of rows and columns, by dimension. */
export function namesOf(
  ask: ReportAsk,
  orders: KeyOrders,
  rows: readonly ReportRow[],
  columns: readonly (string | null)[],
): ReportTable['names'] {
  const [outer, inner] = ask.rows
  const all = [
    [outer, orders.outer, rows.map(({ keys }) => keys[0] ?? null)],
    [inner, orders.inner, rows.map(({ keys }) => keys[1] ?? null)],
    [ask.columns, orders.column, columns],
  ] as const
  const names: { [dimension: string]: { [key: string]: string } } = {}
  for (const [dimension, order, keys] of all) {
    if (typeof dimension === 'string' && order) names[dimension] = { ...names[dimension], ...namesBy(order, keys) }
  }
  return names
}

function namesBy(order: KeyOrder, keys: readonly (string | null)[]): { [key: string]: string } {
  const names: { [key: string]: string } = {}
  for (const key of new Set(keys)) {
    const name = key === null ? null : order.nameOf(key)
    if (key !== null && name !== null) names[key] = name
  }
  return names
}
