import Database from 'better-sqlite3'
import type pg from 'pg'
import type { PlanWithRows } from '../../../shared/plans/fact/scale.ts'
import { periodsOf } from '../../../shared/plans/periods.ts'
import { dayNumber } from '../../../shared/reports/facts/days.ts'
import { factsOf, ORDERS } from './sales.ts'

/** What is read of sales lies in the order of one index that covers it; goods are small numbers. */
const TABLES = `
  CREATE TABLE sales (ord INTEGER NOT NULL, product INTEGER NOT NULL, day INTEGER NOT NULL, sum BIGINT NOT NULL, quantity BIGINT NOT NULL);
  CREATE TABLE days (day INTEGER PRIMARY KEY, period INTEGER NOT NULL);
  CREATE TABLE plan (place INTEGER NOT NULL, product INTEGER NOT NULL, period INTEGER NOT NULL, sum BIGINT NOT NULL);`
const INDEXES = `
  CREATE INDEX planned ON plan (product, period);
  CREATE INDEX sold ON sales (product, day, sum, quantity);`

/** Each cell with its plan and its fact. */
export const PLAN_FACT = `
  WITH fact AS (
    SELECT s.product, d.period, sum(s.sum) AS sum, sum(s.quantity) AS quantity
    FROM sales s JOIN days d ON d.day = s.day
    GROUP BY s.product, d.period
  )
  SELECT p.sum AS plan, coalesce(f.sum, 0) AS fact, coalesce(f.quantity, 0) AS quantity
  FROM plan p LEFT JOIN fact f ON f.product = p.product AND f.period = p.period
  ORDER BY p.place, p.period`

interface CellRow {
  readonly plan: number
  readonly fact: number
}

interface Rows {
  readonly sales: readonly number[][]
  readonly days: readonly number[][]
  readonly plan: readonly number[][]
}

function rowsOf({ plan, rows }: PlanWithRows): Rows {
  const number = (id: string | null | undefined) => Number(id?.slice(1) ?? 0)
  const periods = periodsOf(plan)
  return {
    sales: Array.from({ length: ORDERS }, (_, at) => at).flatMap((at) =>
      factsOf(at).map(({ day, keys, sums }) => [at, number(keys[0]), day ?? 0, sums[0] ?? 0, sums[1] ?? 0]),
    ),
    days: periods.flatMap(({ from, until }, at) => {
      const [first, last] = [dayNumber(from) ?? 0, dayNumber(until) ?? 0]
      return Array.from({ length: last - first + 1 }, (_, day) => [first + day, at])
    }),
    plan: rows.flatMap(({ first, cells }, place) => cells.map(({ sum }, at) => [place, number(first), at, sum ?? 0])),
  }
}

/** The same sales and plan in SQLite, in memory. */
export function inSqlite(plan: PlanWithRows) {
  const database = new Database(':memory:')
  database.exec(TABLES)
  database.transaction(() => {
    for (const [table, rows] of Object.entries<readonly number[][]>({ ...rowsOf(plan) })) {
      const insert = database.prepare(`INSERT INTO ${table} VALUES (${rows[0]?.map(() => '?').join(', ')})`)
      for (const row of rows) insert.run(row)
    }
  })()
  database.exec(`${INDEXES} ANALYZE;`)
  const query = database.prepare<[], CellRow>(PLAN_FACT)
  return { ask: () => query.all(), close: () => database.close() }
}

/** In PostgreSQL, over a line of the same machine. */
export async function inPostgres(client: pg.Client, plan: PlanWithRows) {
  await client.query(TABLES)
  for (const [table, rows] of Object.entries<readonly number[][]>({ ...rowsOf(plan) })) {
    const columns = rows[0]?.map((_, at) => rows.map((row) => row[at])) ?? []
    const arrays = columns.map((_, at) => `$${at + 1}::bigint[]`).join(', ')
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${arrays})`, columns)
  }
  await client.query(INDEXES)
  await client.query('VACUUM ANALYZE')
}
