import Database from 'better-sqlite3'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { standingOf } from '../../../shared/orders/moves/moves.ts'
import type { BenchOrder } from './orders.ts'

/** Whether an order is completed is worked out on writing; what facts stand, and all sums, when they are asked for. */
const SCHEMA = `
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT NOT NULL, completed INTEGER NOT NULL);
  CREATE TABLE lines (ord INTEGER NOT NULL, id TEXT NOT NULL, product TEXT, quantity INTEGER NOT NULL, PRIMARY KEY (ord, id)) WITHOUT ROWID;
  CREATE TABLE shipments (
    ord INTEGER NOT NULL, id TEXT NOT NULL, line TEXT, product TEXT, sign INTEGER NOT NULL, quantity INTEGER NOT NULL,
    sum INTEGER NOT NULL, undoes TEXT, PRIMARY KEY (ord, id)
  ) WITHOUT ROWID;
  CREATE TABLE payments (
    ord INTEGER NOT NULL, id TEXT NOT NULL, sign INTEGER NOT NULL, sum INTEGER NOT NULL, undoes TEXT, PRIMARY KEY (ord, id)
  ) WITHOUT ROWID;
`

/** What is sold and paid of each order by what stands of its facts, and what customers owe by that. */
export const DEBTS = `
  WITH sold AS (
    SELECT ord, sum(sign * sum) AS sold FROM shipments s
    WHERE sign <> 0 AND NOT EXISTS (SELECT 1 FROM shipments u WHERE u.ord = s.ord AND u.undoes = s.id)
    GROUP BY ord
  ),
  paid AS (
    SELECT ord, sum(sign * sum) AS paid FROM payments p
    WHERE sign <> 0 AND NOT EXISTS (SELECT 1 FROM payments u WHERE u.ord = p.ord AND u.undoes = p.id)
    GROUP BY ord
  ),
  owing AS (
    SELECT o.customer, coalesce(sold, 0) AS sold, coalesce(paid, 0) AS paid
    FROM orders o LEFT JOIN sold ON sold.ord = o.id LEFT JOIN paid ON paid.ord = o.id
  )
  SELECT customer, sum(sold) AS sold, sum(paid) AS paid, sum(max(0, sold - paid)) AS toUs, sum(max(0, paid - sold)) AS byUs
  FROM owing GROUP BY customer`

/** What is left to ship of the lines of open orders. */
export const TO_SHIP = `
  WITH out AS (
    SELECT ord, line, product, sum(sign * quantity) AS quantity FROM shipments s
    WHERE sign <> 0 AND NOT EXISTS (SELECT 1 FROM shipments u WHERE u.ord = s.ord AND u.undoes = s.id)
    GROUP BY ord, line, product
  )
  SELECT count(*) AS lines, sum(l.quantity - coalesce(out.quantity, 0)) AS quantity
  FROM orders o JOIN lines l ON l.ord = o.id
  LEFT JOIN out ON out.ord = l.ord AND out.line = l.id AND out.product IS l.product
  WHERE o.completed = 0 AND l.quantity > coalesce(out.quantity, 0)`

/** The same orders in SQLite, in memory. */
export class SqlMovements {
  readonly #database = new Database(':memory:')
  readonly #debts
  readonly #toShip

  constructor(orders: readonly BenchOrder[]) {
    this.#database.exec(SCHEMA)
    this.#database.transaction(() => this.#fill(orders))()
    this.#database.exec('ANALYZE')
    this.#debts = this.#database.prepare(DEBTS)
    this.#toShip = this.#database.prepare(TO_SHIP)
  }

  debts(): readonly unknown[] {
    return this.#debts.all()
  }

  toShip(): unknown {
    return this.#toShip.get()
  }

  close(): void {
    this.#database.close()
  }

  #fill(orders: readonly BenchOrder[]): void {
    const into = (table: string, values: number) =>
      this.#database.prepare(`INSERT INTO ${table} VALUES (${Array(values).fill('?').join(', ')})`)
    const [order, line, shipment, payment] = [
      into('orders', 3),
      into('lines', 4),
      into('shipments', 8),
      into('payments', 5),
    ]
    for (const [at, one] of orders.entries()) {
      order.run(at, one.customer, standingOf(one).state === COMPLETED ? 1 : 0)
      for (const { id, product, quantity } of one.lines) line.run(at, id, product, quantity)
      for (const { id, line, product, kind, quantity, sum, undoes } of one.shipments)
        shipment.run(at, id, line, product, signOf(kind, 'return'), quantity ?? 0, sum ?? 0, undoes)
      for (const { id, kind, sum, undoes } of one.payments)
        payment.run(at, id, signOf(kind, 'refund'), sum ?? 0, undoes)
    }
  }
}

function signOf(kind: string | null, back: string): number {
  if (kind === null) return 0
  return kind === back ? -1 : 1
}
