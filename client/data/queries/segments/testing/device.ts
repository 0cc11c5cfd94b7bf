import type { Filter } from '../../../../../shared/filters/filter.ts'
import { writeFilter } from '../../../../../shared/filters/text.ts'
import { type Order, orders } from '../../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import type { Collection } from '../../../../../shared/records/declarations/collection.ts'
import type { Change } from '../../../../../shared/records/reading/record-set.ts'
import { moveOf, NOW, rowOf } from '../../../../../shared/rules/testing/made.ts'
import { DAY_MS } from '../../../../../shared/time/days.ts'
import { Directory } from '../../directory.ts'
import { Reports } from '../../reports/reports.ts'
import { Segments } from '../segments.ts'

/** What an order is drawn as: how many days ago, its total in roubles, whose it is, how it ended. */
export interface Drawn {
  readonly ago: number
  readonly total: number
  readonly customer: string | null
  readonly end: 'success' | 'cancelled' | null
  readonly gone: boolean
}

/** It has one line, and stands in its first state or has ended. */
export function rowOfOrder(id: string, { ago, total, customer, end, gone }: Drawn): Order {
  const first = moveOf('m0', { state: 'new', at: NOW - 500 * DAY_MS })
  const last = moveOf('m1', { state: COMPLETED, completion: end, follows: ['m0'] })
  const line = { id: 'l', madeAt: 0, product: null, text: 'x', quantity: 1000, price: total * 100 }
  const moves = end === null ? [first] : [first, last]
  return rowOf(orders, id, { sort: 'customer', gone, date: NOW - ago * DAY_MS, customer, moves, lines: [line] })
}

/** A device's directory and what follows it. */
export function device() {
  const directory = new Directory(null, () => NOW)
  const reports = new Reports(directory)
  const segments = new Segments(directory, reports)
  /** Which items that touches, before segments hear of it. */
  const write = (collection: Collection, row: { readonly id: string }) => {
    const change = { collection, id: row.id, before: null, after: row as unknown as Change['after'], origin: 'test' }
    const changed = directory.take([change])
    reports.take(changed)
    return changed
  }
  const take = (collection: Collection, row: { readonly id: string }) => segments.take(write(collection, row))
  directory.segments = segments
  return { directory, reports, segments, write, take }
}

/** Whom criteria mean, by id. */
export function members(segments: Segments, filter: Filter): readonly string[] {
  const { first } = segments.criteria({ what: 'criteria', criteria: writeFilter(filter), first: 100 })
  return first.map(({ id }) => id).sort()
}
