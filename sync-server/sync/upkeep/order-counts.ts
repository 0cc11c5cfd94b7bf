import { type Order, orders } from '../../../shared/orders/collections.ts'
import { isCompleted } from '../../../shared/orders/moves/moves.ts'
import type { Opened } from '../documents/opened.ts'

/** What a shelf says about the orders of a document. */
export interface OrderCount {
  /** Neither completed nor removed. */
  readonly open: number
  /** The instants of the first and the last order; null where there is none. */
  readonly first: number | null
  readonly last: number | null
}

interface Summary {
  readonly isOpen: boolean
  readonly date: number | null
}

/** A row stands as long as its record is unchanged, so each is looked into once. */
const known = new WeakMap<Order, Summary>()

/** Counts the orders of a document. */
export function countOrders(opened: Opened): OrderCount {
  let open = 0
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const row of opened.records(orders).rows()) {
    const { isOpen, date } = summaryOf(row)
    if (isOpen) open += 1
    if (date !== null) [first, last] = [Math.min(first, date), Math.max(last, date)]
  }
  return { open, first: Number.isFinite(first) ? first : null, last: Number.isFinite(last) ? last : null }
}

function summaryOf(row: Order): Summary {
  const summary = known.get(row) ?? { isOpen: !row.gone && !isCompleted(row), date: row.gone ? null : row.date }
  known.set(row, summary)
  return summary
}
