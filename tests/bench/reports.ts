import { deepStrictEqual } from 'node:assert'
import pg from 'pg'
import type { Order } from '../../shared/orders/collections.ts'
import type { ReportAsk } from '../../shared/reports/ask.ts'
import { FactColumns } from '../../shared/reports/facts/columns.ts'
import type { ReportGround } from '../../shared/reports/plan.ts'
import { OpenReport, reportOf } from '../../shared/reports/report.ts'
import type { Known } from '../../shared/reports/sources/known.ts'
import { SOURCES } from '../../shared/reports/sources/sources.ts'
import { startPostgres } from '../support/databases/postgres.ts'
import { benchOrder, CATEGORIES } from './reports/orders.ts'
import { DEBTS_SQL, inPostgres, inSqlite, SALES_SQL, type SqlRow } from './reports/sql.ts'
import { type BenchFigure, type BenchResult, below, median, milliseconds, quantile, times } from './result.ts'

export const name = 'Reports'

const ORDERS = 100_000
const ROUNDS = 9
const CHANGES = 500

const EMPTY = { from: null, until: null, compare: null, filter: [], search: '' } as const
const SALES: ReportAsk = { ...EMPTY, source: 'sales', rows: ['category'], columns: 'month', measures: ['sum'] }
const DEBTS: ReportAsk = { ...EMPTY, source: 'debts', rows: ['customer'], columns: null, measures: ['theyOwe'] }

const KNOWN: Known = {
  exchange: () => ({ toCompany: (total) => total, rateAt: () => null }),
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  hourOf: () => 0,
  customer: (id) => id,
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
    ['debts by customer', debts, DEBTS, DEBTS_SQL],
  ] as const) {
    deepStrictEqual(totalBy(made.ground, ask), sumOf(sqlite.ask(query)))
    figures.push(
      ...(await sideBySide(
        what,
        () => reportOf(made.ground, ask),
        () => sqlite.ask(query),
        () => client.query(query),
      )),
    )
  }
  figures.push(
    ...changes('sales by category and month', sales.ground, SALES),
    ...changes('debts by customer', debts.ground, DEBTS),
  )
  figures.push({
    what: `facts of sales of ${ORDERS} orders, made when a report asks first`,
    value: milliseconds(sales.took),
  })
  await client.end()
  await postgres.close()
  sqlite.close()
  return {
    about: ABOUT,
    figures,
    details: `What SQLite and PostgreSQL were asked:\n\`\`\`sql\n${SALES_SQL};\n${DEBTS_SQL};\n\`\`\``,
  }
}

function groundOf(
  source: 'sales' | 'debts',
  orders: readonly Order[],
): { readonly ground: ReportGround; readonly took: number } {
  const columns = new FactColumns(SOURCES[source])
  const began = performance.now()
  for (const order of orders) columns.put(order.id, SOURCES[source].factsOf(order as never, KNOWN))
  const took = performance.now() - began
  return { ground: { source: SOURCES[source], columns, known: KNOWN, now: Date.UTC(2026, 0, 1), passes: null }, took }
}

function totalBy(ground: ReportGround, ask: ReportAsk) {
  return reportOf(ground, ask).total.figures[0]?.at(-1)
}

function sumOf(rows: readonly SqlRow[]): number {
  return rows.reduce((sum, row) => sum + row.sum, 0)
}

/** All in turns, so that they have the same weather. */
async function sideBySide(
  what: string,
  ours: () => unknown,
  sqlite: () => unknown,
  postgres: () => Promise<unknown>,
): Promise<BenchFigure[]> {
  const taken: { readonly [who: string]: number[] } = { ours: [], sqlite: [], postgres: [] }
  for (let round = 0; round < ROUNDS; round++) {
    taken.ours?.push(...times(3, ours))
    taken.sqlite?.push(...times(1, sqlite))
    const began = performance.now()
    await postgres()
    taken.postgres?.push(performance.now() - began)
  }
  const [own = 0, lite = 0, post = 0] = Object.values(taken).map(median)
  const ratio = (other: number) => ({
    value: `${(other / own).toFixed(0)} ×`,
    target: 'at least 10 ×',
    held: other / own >= 10,
  })
  return [
    { what: `${what}, over the columns, median`, value: milliseconds(own) },
    { what: 'the same in SQLite, in memory, median', value: milliseconds(lite) },
    { what: 'times faster than SQLite', ...ratio(lite) },
    { what: 'the same in PostgreSQL, median', value: milliseconds(post) },
    { what: 'times faster than PostgreSQL', ...ratio(post) },
  ]
}

/** One order that sells more: its facts made and put, the open report's table made, and copied as for the page. */
function changes(what: string, ground: ReportGround, ask: ReportAsk): BenchFigure[] {
  const open = new OpenReport(ground, ask)
  const all = times(CHANGES, (n) => {
    const at = (n * 7_919) % ORDERS
    ground.columns.put(`o${at}`, ground.source.factsOf(benchOrder(at, 2 + (n % 5)) as never, KNOWN))
    structuredClone(open.read())
  })
  deepStrictEqual(open.read(), reportOf(ground, ask))
  open.close()
  const [p50, p99] = [median(all), quantile(all, 0.99)]
  return [
    below(`one changed order in an open report of ${what}, median`, p50, 'ms', 5),
    { what: 'the same, p99', value: milliseconds(p99) },
  ]
}

const ABOUT = `${ORDERS} orders with three lines each, shipped within three years, of 5,000 customers and 500 products in ${CATEGORIES} categories.
The report over the columns is made from the start each time, to its table with totals. SQLite and PostgreSQL (on the same machine, everything in its
memory) are asked over indexes that cover what they read. The totals are compared first. A changed order: its facts, the sums of the open report, its
table, copied as for the page; at the end it equals one made anew.`
