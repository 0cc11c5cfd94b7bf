import { deepStrictEqual } from 'node:assert'
import { Directory } from '../../client/data/queries/directory.ts'
import { Reports } from '../../client/data/queries/reports/reports.ts'
import { Segments } from '../../client/data/queries/segments/segments.ts'
import { collectionsOf, columnsOf } from '../../shared/columns/columns.ts'
import { customers } from '../../shared/customers/collections.ts'
import type { Filter } from '../../shared/filters/filter.ts'
import { writeFilter } from '../../shared/filters/text.ts'
import { type Order, orders } from '../../shared/orders/collections.ts'
import { orderTotal } from '../../shared/orders/totals.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import type { Change } from '../../shared/records/reading/record-set.ts'
import { rowOf } from '../../shared/rules/testing/made.ts'
import { DAY_MS } from '../../shared/time/days.ts'
import { benchOrder } from './reports/orders.ts'
import { type BenchFigure, type BenchResult, below, median, milliseconds, quantile, times } from './result.ts'
import { inSqlite, SEGMENT_SQL } from './segments/sql.ts'

export const name = 'Segments'

const CUSTOMERS = 100_000
const ORDERS = 100_000
/** Quarters that the orders are in. */
const DOCUMENTS = 20
/** When the segment is looked at, and of how many days. */
const NOW = Date.UTC(2025, 11, 31)
const DAYS = 730
const [LEAST, SUM] = [1, 1_500_00]
const CHANGES = 500
const QUICK = 50

const SEGMENT: Filter = [
  { field: `orders.count@last.${DAYS}`, is: 'atLeast', values: [LEAST] },
  { field: `orders.sum@last.${DAYS}`, is: 'atLeast', values: [SUM] },
]
const BEST: Filter = [{ field: 'rfm.score', is: 'equal', values: ['555'] }]

/** A segment over all customers with sums of their orders beside SQLite; one changed order, and how many are in it then. */
export async function run(): Promise<BenchResult> {
  const all = Array.from({ length: ORDERS }, (_, at) => customersOrder(at))
  const device = deviceOf(all)
  const sqlite = inSqlite(all, orderTotal)
  const asked = [NOW - (DAYS - 1) * DAY_MS, NOW, LEAST, SUM] as const
  const [first] = times(1, () => device.count(SEGMENT)) as [number]
  deepStrictEqual(device.count(SEGMENT), sqlite.count(...asked))
  const ours = changed(device.change, () => device.count(SEGMENT))
  const theirs = changed(sqlite.write, () => sqlite.count(...asked))
  for (let n = 0; n < CHANGES; n++) device.change(changedOrder(n))
  deepStrictEqual(device.count(SEGMENT), sqlite.count(...asked))
  const anew = times(5, () => sqlite.count(...asked))
  const [best] = times(1, () => device.count(BEST)) as [number]
  const ranked = times(CHANGES, (n) => {
    device.change(changedOrder(n + 7))
    device.count(BEST)
  })
  sqlite.close()
  return { about: ABOUT, figures: figuresOf({ first, anew, ours, theirs, best, ranked }), details: DETAILS }
}

interface Measured {
  readonly first: number
  readonly anew: readonly number[]
  readonly ours: readonly number[]
  readonly theirs: readonly number[]
  readonly best: number
  readonly ranked: readonly number[]
}

function figuresOf({ first, anew, ours, theirs, best, ranked }: Measured): BenchFigure[] {
  return [
    { what: 'first count, facts of all orders taken out of their columns', value: milliseconds(first) },
    { what: 'SQLite, the same question, median', value: milliseconds(median(anew)) },
    below('one changed order and the new count, median', median(ours), 'ms', QUICK),
    below('the same, p95', quantile(ours, 0.95), 'ms', QUICK),
    { what: 'SQLite, one changed order and the new count, median', value: milliseconds(median(theirs)) },
    { what: 'the same, p95', value: milliseconds(quantile(theirs, 0.95)) },
    { what: 'RFM of all customers, first count of 5-5-5', value: milliseconds(best) },
    { what: 'one changed order and the new count of 5-5-5, median', value: milliseconds(median(ranked)) },
    { what: 'the same, p95', value: milliseconds(quantile(ranked, 0.95)) },
  ]
}

function customersOrder(at: number, quantity = 1): Order {
  return { ...rowOf(orders, `o${at}`), ...benchOrder(at, quantity), customer: `c${(at * 13) % CUSTOMERS}` }
}

function changedOrder(n: number): Order {
  return customersOrder((n * 7_919) % ORDERS, 2 + (n % 5))
}

function changed(write: (order: Order) => unknown, count: () => number): number[] {
  return times(CHANGES, (n) => {
    write(changedOrder(n))
    count()
  })
}

/** What a device's worker has: customers as rows, orders standing from columns of their quarters. */
function deviceOf(all: readonly Order[]) {
  const directory = new Directory(null, () => NOW)
  const reports = new Reports(directory)
  const segments = new Segments(directory, reports)
  const row = rowOf(customers, 'c')
  directory.hold(
    customers,
    Array.from({ length: CUSTOMERS }, (_, at) => ({ ...row, id: `c${at}`, name: `Покупатель ${at}` })) as never,
  )
  for (let at = 0; at < DOCUMENTS; at++) {
    const some = all.slice((at * ORDERS) / DOCUMENTS, ((at + 1) * ORDERS) / DOCUMENTS)
    const columns = columnsOf(collectionsOf('orders'), () => some as unknown as Iterable<Row<Collection>>)
    directory.stand(columns, true)
    reports.stand(columns, true)
  }
  return {
    change(order: Order): void {
      const after = order as unknown as Change['after']
      const changes = directory.take([
        { collection: orders as Collection, id: order.id, before: null, after, origin: null },
      ])
      reports.take(changes)
      segments.take(changes)
    },
    count: (filter: Filter) => segments.criteria({ what: 'criteria', criteria: writeFilter(filter), first: 0 }).count,
  }
}

const ABOUT = `${CUSTOMERS} customers and ${ORDERS} orders as a device’s worker has them: the orders stand from the columns of ${DOCUMENTS} quarters. The segment: customers with an order and a sum of orders
in ${DAYS} days. SQLite (better-sqlite3, in memory) has the orders with their totals worked out, and an index that covers all that is asked; it counts anew each time.`

const DETAILS = `What SQLite was asked:\n\`\`\`sql\n${SEGMENT_SQL};\n\`\`\``
