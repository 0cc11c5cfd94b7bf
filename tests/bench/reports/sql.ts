import Database from 'better-sqlite3'
import type pg from 'pg'
import type { Order } from '../../../shared/orders/collections.ts'
import { CATEGORIES, PRODUCTS } from './orders.ts'

/** What is read lies in the order of indexes that cover it; ids are small numbers, days are what each has for dates. */
const tables = (date: 'TEXT' | 'DATE') => `
  CREATE TABLE products (id INTEGER PRIMARY KEY, category INTEGER NOT NULL);
  CREATE TABLE sales (ord INTEGER NOT NULL, customer INTEGER NOT NULL, product INTEGER NOT NULL, day ${date} NOT NULL, month INTEGER NOT NULL, sum BIGINT NOT NULL);
  CREATE TABLE paid (ord INTEGER NOT NULL, customer INTEGER NOT NULL, day ${date} NOT NULL, sum BIGINT NOT NULL);`
const INDEXES = `
  CREATE INDEX sales_by_day ON sales (product, day, sum);
  CREATE INDEX sales_by_month ON sales (product, month, sum);
  CREATE INDEX sales_by_order ON sales (ord, customer, day, sum);
  CREATE INDEX paid_by_order ON paid (ord, customer, day, sum);`

/** Sales by category and month, in the words of each; the report's facts have days, too. */
export const SALES_SQL = { sqlite: salesBy('substr(s.day, 1, 7)'), postgres: salesBy("date_trunc('month', s.day)") }
/** The same where the month of each line was worked out beforehand. */
export const READY_MONTHS_SQL = { sqlite: salesBy('s.month'), postgres: salesBy('s.month') }

function salesBy(month: string): string {
  return `SELECT p.category, ${month} AS month, sum(s.sum) AS sum FROM sales s JOIN products p ON p.id = s.product
  GROUP BY 1, 2 ORDER BY 1, 2`
}

const OWED_SQL = `WITH entries AS (
    SELECT ord, customer, sum FROM sales WHERE day <= '2026-01-01'
    UNION ALL SELECT ord, customer, -sum FROM paid WHERE day <= '2026-01-01'
  ), owed AS (SELECT ord, customer, sum(sum) AS sum FROM entries GROUP BY ord, customer)
  SELECT customer, sum(sum) AS sum FROM owed WHERE sum > 0 GROUP BY customer ORDER BY 1`
/** What customers owe at the end of a day by orders for which more was sold than paid. */
export const DEBTS_SQL = { sqlite: OWED_SQL, postgres: OWED_SQL }

/**
 * The same by how old a debt is: what was paid of an order closes what was sold first. Ages begin 30, 60 and 90 days before.
 */
export const AGED_SQL = { sqlite: agedBy('max(0, min', ')'), postgres: agedBy('greatest(0, least', ')') }

function agedBy(begin: string, end: string): string {
  return `WITH sold AS (
    SELECT ord, customer, day, sum, sum(sum) OVER (PARTITION BY ord ORDER BY day ROWS UNBOUNDED PRECEDING) AS upto
    FROM sales WHERE day <= '2026-01-01'
  ), given AS (SELECT ord, sum(sum) AS sum FROM paid WHERE day <= '2026-01-01' GROUP BY ord),
  owed AS (
    SELECT s.customer, s.day, ${begin}(s.sum, s.upto - coalesce(g.sum, 0))${end} AS sum
    FROM sold s LEFT JOIN given g ON g.ord = s.ord
  )
  SELECT customer, CASE WHEN day <= '2025-10-03' THEN 90 WHEN day <= '2025-11-02' THEN 60
    WHEN day <= '2025-12-02' THEN 30 ELSE 0 END AS age, sum(sum) AS sum
  FROM owed WHERE sum > 0 GROUP BY 1, 2 ORDER BY 1, 2`
}

export interface SqlRow {
  readonly sum: number
}

interface Rows {
  readonly products: readonly Cells[]
  readonly sales: readonly Cells[]
  readonly paid: readonly Cells[]
}
type Cells = readonly (number | string)[]

/** The orders as rows. */
function rowsOf(orders: readonly Order[]): Rows {
  const number = (id: string | null) => Number(id?.slice(1) ?? 0)
  const of = (order: Order) => [number(order.id), number(order.customer)]
  return {
    products: Array.from({ length: PRODUCTS }, (_, id) => [id, id % CATEGORIES]),
    sales: orders.flatMap((order) =>
      order.shipments.map(({ product, date, sum }) => [
        ...of(order),
        number(product),
        date ?? '',
        Number((date ?? '').slice(0, 7).replace('-', '')),
        sum ?? 0,
      ]),
    ),
    paid: orders.flatMap((order) => order.payments.map(({ date, sum }) => [...of(order), date ?? '', sum ?? 0])),
  }
}

/** In SQLite, in memory. */
export function inSqlite(orders: readonly Order[]) {
  const database = new Database(':memory:')
  database.exec(tables('TEXT'))
  database.transaction(() => {
    for (const [table, rows] of Object.entries<readonly Cells[]>({ ...rowsOf(orders) })) {
      const insert = database.prepare(`INSERT INTO ${table} VALUES (${rows[0]?.map(() => '?').join(', ')})`)
      for (const row of rows) insert.run(row)
    }
  })()
  database.exec(`${INDEXES} ANALYZE;`)
  const queries = [SALES_SQL, READY_MONTHS_SQL, AGED_SQL, DEBTS_SQL].map(({ sqlite }) => sqlite)
  const asked = new Map(queries.map((query) => [query, database.prepare<[], SqlRow>(query)]))
  return { ask: (query: string) => asked.get(query)?.all() ?? [], close: () => database.close() }
}

/** In PostgreSQL, over a line of the same machine. */
export async function inPostgres(client: pg.Client, orders: readonly Order[]) {
  await client.query(tables('DATE'))
  for (const [table, rows] of Object.entries<readonly Cells[]>({ ...rowsOf(orders) })) {
    const columns = rows[0]?.map((_, at) => rows.map((row) => row[at])) ?? []
    const typeOf = (values: readonly unknown[]) => (typeof values[0] === 'string' ? 'date' : 'bigint')
    const arrays = columns.map((values, at) => `$${at + 1}::${typeOf(values)}[]`).join(', ')
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${arrays})`, columns)
  }
  await client.query(INDEXES)
  await client.query('VACUUM ANALYZE')
}
