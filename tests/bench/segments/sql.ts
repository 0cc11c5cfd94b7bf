import Database from 'better-sqlite3'
import type { Order } from '../../../shared/orders/collections.ts'

/** Customers with so many orders in days, or with so large a sum of them. */
export const SEGMENT_SQL = `SELECT count(*) AS count FROM (
  SELECT customer FROM orders WHERE day BETWEEN ? AND ?
  GROUP BY customer HAVING count(*) >= ? AND sum(total) >= ?
)`

/** The same orders in SQLite, in memory: an index covers all that is asked. */
export function inSqlite(orders: readonly Order[], totalOf: (order: Order) => number) {
  const sql = new Database(':memory:')
  sql.exec(`CREATE TABLE orders (id TEXT PRIMARY KEY, customer TEXT, day INTEGER, total INTEGER) WITHOUT ROWID;
    CREATE INDEX by_customer ON orders (customer, day, total)`)
  const put = sql.prepare('INSERT OR REPLACE INTO orders VALUES (?, ?, ?, ?)')
  const write = (order: Order) => put.run(order.id, order.customer, order.date, totalOf(order))
  sql.transaction(() => {
    for (const order of orders) write(order)
  })()
  const ask = sql.prepare<number[], { count: number }>(SEGMENT_SQL)
  return {
    write,
    count: (...asked: readonly number[]) => ask.get(...asked)?.count ?? 0,
    close: () => sql.close(),
  }
}
