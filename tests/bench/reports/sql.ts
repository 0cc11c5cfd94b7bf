import Database from 'better-sqlite3'
import type pg from 'pg'
import type { Order } from '../../../shared/orders/collections.ts'
import { CATEGORIES, PRODUCTS } from './orders.ts'

/** What is read of sales lies in the order of one index that covers it; ids are small numbers. */
const TABLES = `
  CREATE TABLE products (id INTEGER PRIMARY KEY, category INTEGER NOT NULL);
  CREATE TABLE sales (ord INTEGER NOT NULL, customer INTEGER NOT NULL, product INTEGER NOT NULL, month INTEGER NOT NULL, sum BIGINT NOT NULL);
  CREATE TABLE paid (ord INTEGER NOT NULL, customer INTEGER NOT NULL, sum BIGINT NOT NULL);`
const INDEXES = `
  CREATE INDEX sales_by_product ON sales (product, month, sum);
  CREATE INDEX sales_by_order ON sales (ord, customer, sum);
  CREATE INDEX paid_by_order ON paid (ord, customer, sum);`

/** Sales by category and month. */
export const SALES_SQL = `SELECT p.category, s.month, sum(s.sum) AS sum FROM sales s JOIN products p ON p.id = s.product
  GROUP BY p.category, s.month ORDER BY 1, 2`

/** What customers owe by orders for which more was sold than paid. */
export const DEBTS_SQL = `WITH entries AS (
    SELECT ord, customer, sum FROM sales UNION ALL SELECT ord, customer, -sum FROM paid
  ), owed AS (SELECT ord, customer, sum(sum) AS sum FROM entries GROUP BY ord, customer)
  SELECT customer, sum(sum) AS sum FROM owed WHERE sum > 0 GROUP BY customer ORDER BY 1`

export interface SqlRow {
  readonly sum: number
}

interface Rows {
  readonly products: readonly number[][]
  readonly sales: readonly number[][]
  readonly paid: readonly number[][]
}

/** The orders as rows of numbers. */
function rowsOf(orders: readonly Order[]): Rows {
  const number = (id: string | null) => Number(id?.slice(1) ?? 0)
  const of = (order: Order) => [number(order.id), number(order.customer)]
  return {
    products: Array.from({ length: PRODUCTS }, (_, id) => [id, id % CATEGORIES]),
    sales: orders.flatMap((order) =>
      order.shipments.map(({ product, date, sum }) => [
        ...of(order),
        number(product),
        Number((date ?? '').slice(0, 7).replace('-', '')),
        sum ?? 0,
      ]),
    ),
    paid: orders.flatMap((order) => order.payments.map(({ sum }) => [...of(order), sum ?? 0])),
  }
}

/** In SQLite, in memory. */
export function inSqlite(orders: readonly Order[]) {
  const database = new Database(':memory:')
  database.exec(TABLES)
  database.transaction(() => {
    for (const [table, rows] of Object.entries<readonly number[][]>({ ...rowsOf(orders) })) {
      const insert = database.prepare(`INSERT INTO ${table} VALUES (${rows[0]?.map(() => '?').join(', ')})`)
      for (const row of rows) insert.run(row)
    }
  })()
  database.exec(`${INDEXES} ANALYZE;`)
  const asked = new Map([SALES_SQL, DEBTS_SQL].map((query) => [query, database.prepare<[], SqlRow>(query)]))
  return { ask: (query: string) => asked.get(query)?.all() ?? [], close: () => database.close() }
}

/** In PostgreSQL, over a line of the same machine. */
export async function inPostgres(client: pg.Client, orders: readonly Order[]) {
  await client.query(TABLES)
  for (const [table, rows] of Object.entries<readonly number[][]>({ ...rowsOf(orders) })) {
    const columns = rows[0]?.map((_, at) => rows.map((row) => row[at])) ?? []
    const arrays = columns.map((_, at) => `$${at + 1}::bigint[]`).join(', ')
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${arrays})`, columns)
  }
  await client.query(INDEXES)
  await client.query('VACUUM ANALYZE')
}
