import { deepStrictEqual } from 'node:assert'
import pg from 'pg'
import type { Order } from '../../shared/orders/collections.ts'
import { LEFT } from '../../shared/plans/fact/left.ts'
import type { ReportAsk } from '../../shared/reports/ask.ts'
import { FactColumns } from '../../shared/reports/facts/columns.ts'
import { bundleFacts, factsIn } from '../../shared/reports/facts/of-orders/bundle.ts'
import { Settling } from '../../shared/reports/facts/of-orders/settle.ts'
import type { ReportGround } from '../../shared/reports/plan.ts'
import { OpenReport, reportOf } from '../../shared/reports/report.ts'
import type { Known } from '../../shared/reports/sources/known.ts'
import { OF_ORDERS, SOURCES } from '../../shared/reports/sources/sources.ts'
import { DAY_MS } from '../../shared/time/days.ts'
import { startPostgres } from '../support/databases/postgres.ts'
import { benchOrder, CATEGORIES } from './reports/orders.ts'
import { AGED_SQL, DEBTS_SQL, inPostgres, inSqlite, READY_MONTHS_SQL, SALES_SQL, type SqlRow } from './reports/sql.ts'
import {
  type BenchFigure,
  type BenchResult,
  below,
  median,
  megabytes,
  milliseconds,
  quantile,
  times,
} from './result.ts'
import { sideBySide } from './side-by-side.ts'

export const name = 'Reports'

const ORDERS = 100_000
/** When the reports are looked at. */
const NOW = Date.UTC(2026, 0, 1)
const CHANGES = 500
/** Quarters that the orders are in. */
const DOCUMENTS = 20

/** What the peers are spared, and ours is not. */
const READY_MONTHS = 'sales by category and month, months ready for the peers'

const EMPTY = { from: null, until: null, compare: null, filter: [], search: '' } as const
const SALES: ReportAsk = { ...EMPTY, source: 'sales', rows: ['category'], columns: 'month', measures: ['sum'] }
const DEBTS: ReportAsk = { ...EMPTY, source: 'debts', rows: ['customer'], columns: null, measures: ['theyOwe'] }
const AGED: ReportAsk = { ...DEBTS, columns: 'age' }

const KNOWN: Known = {
  exchange: () => ({ toCompany: (total) => total, rateAt: () => null }),
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  hourOf: () => 0,
  customer: (id) => id,
  segments: () => () => [],
  product: (id) => ({ category: `к${Number(id.slice(1)) % CATEGORIES}`, group: null }),
  daysIn: () => null,
  firstState: () => null,
  lastDays: () => [],
  name: () => null,
}

/** Reports over the columns beside the same queries of SQLite and PostgreSQL; one changed order in an open report. */
export async function run(): Promise<BenchResult> {
  const orders = Array.from({ length: ORDERS }, (_, at) => benchOrder(at))
  const [sales, debts] = [groundOf('sales', orders), groundOf('debts', orders)]
  const sqlite = inSqlite(orders)
  const postgres = await startPostgres()
  const client = new pg.Client({ connectionString: await postgres.create() })
  await client.connect()
  await inPostgres(client, orders)
  const figures: BenchFigure[] = []
  for (const [what, made, ask, query] of [
    ['sales by category and month', sales, SALES, SALES_SQL],
    ['debts by customer and age', debts, AGED, AGED_SQL],
    ['debts by customer, however old', debts, DEBTS, DEBTS_SQL],
    [READY_MONTHS, sales, SALES, READY_MONTHS_SQL],
  ] as const) {
    deepStrictEqual(totalBy(made.ground, ask), sumOf(sqlite.ask(query.sqlite)))
    figures.push(
      ...(await sideBySide(what, {
        ours: () => reportOf(made.ground, ask),
        sqlite: () => sqlite.ask(query.sqlite),
        postgres: () => client.query({ name: what, text: query.postgres }),
      })),
    )
  }
  figures.push(
    ...changes('sales by category and month', sales.ground, SALES),
    ...changes('debts by customer', debts.ground, DEBTS),
  )
  figures.push(
    { what: `facts of sales of ${ORDERS} orders, made of their rows`, value: milliseconds(sales.took) },
    ...keptFacts(orders),
  )
  await client.end()
  await postgres.close()
  sqlite.close()
  return {
    about: ABOUT,
    figures,
    details: `What SQLite and PostgreSQL were asked:\n\`\`\`sql\n${SALES_SQL.sqlite};\n${SALES_SQL.postgres};\n${AGED_SQL.sqlite};\n${DEBTS_SQL.sqlite};\n\`\`\``,
  }
}

function groundOf(
  source: 'sales' | 'debts',
  orders: readonly Order[],
): { readonly ground: ReportGround; readonly took: number } {
  const columns = new FactColumns(SOURCES[source], NOW / DAY_MS)
  const began = performance.now()
  for (const order of orders) columns.put(order.id, SOURCES[source].factsOf(order as never, KNOWN))
  const took = performance.now() - began
  return { ground: { source: SOURCES[source], columns, known: KNOWN, now: NOW, passes: null }, took }
}

function totalBy(ground: ReportGround, ask: ReportAsk) {
  return reportOf(ground, ask).total.figures[0]?.at(-1)
}

function sumOf(rows: readonly SqlRow[]): number {
  return rows.reduce((sum, row) => sum + row.sum, 0)
}

/** One order that sells more: its facts made and put, the open report's table made, and copied as for the page. */
function changes(what: string, ground: ReportGround, ask: ReportAsk): BenchFigure[] {
  const open = new OpenReport(ground, ask)
  open.read()
  const all = times(CHANGES, (n) => {
    const at = (n * 7_919) % ORDERS
    ground.columns.put(`o${at}`, ground.source.factsOf(benchOrder(at, 2 + (n % 5)) as never, KNOWN))
    structuredClone(open.changed())
  })
  deepStrictEqual(open.read(), reportOf(ground, ask))
  open.close()
  const [p50, p99] = [median(all), quantile(all, 0.99)]
  return [
    below(`one changed order in an open report of ${what}, median`, p50, 'ms', 5),
    { what: 'the same, p99', value: milliseconds(p99) },
  ]
}

/** The same facts out of the columns of documents, and what these take more. */
function keptFacts(orders: readonly Order[]): BenchFigure[] {
  const documents = Array.from({ length: DOCUMENTS }, (_, at) =>
    orders.slice((at * ORDERS) / DOCUMENTS, ((at + 1) * ORDERS) / DOCUMENTS),
  )
  const began = performance.now()
  const bundles = documents.map((some) => bundleFacts(some, { ...OF_ORDERS, left: LEFT }))
  const bundled = performance.now()
  const columns = new FactColumns(OF_ORDERS.sales)
  const settling = new Settling(OF_ORDERS.sales, KNOWN)
  for (const [at, bundle] of bundles.entries()) {
    let order = 0
    for (const [raws, about] of factsIn(bundle, 'sales', OF_ORDERS.sales))
      columns.put(documents[at]?.[order++]?.id ?? '', settling.settled(raws, about))
  }
  const taken = performance.now() - bundled
  const bytes = bundles.flatMap(({ ints, floats }) => [...Object.values(ints), ...Object.values(floats)])
  return [
    { what: 'the same out of the columns of 20 documents', value: milliseconds(taken) },
    {
      what: 'facts of all sources put into the columns of one document',
      value: milliseconds((bundled - began) / DOCUMENTS),
    },
    { what: 'they take there in all', value: megabytes(bytes.reduce((sum, { byteLength }) => sum + byteLength, 0)) },
  ]
}

const ABOUT = `${ORDERS} orders with three lines each, shipped within three years, of 5,000 customers and 500 products in ${CATEGORIES} categories.
The report over the columns is made from the start each time, to its table with totals. SQLite and PostgreSQL (on the same machine, everything in its
memory) are asked by prepared statements over indexes that cover what they read. The totals are compared first. A changed order: its facts, the sums of the
open report, what of its table is another, copied as for the page; at the end it equals one made anew.`
