import Database from 'better-sqlite3'
import type { Customer } from '../../../shared/customers/collections.ts'
import { keysOf, SIGNS, type Sign } from '../../../shared/customers/duplicates/signs.ts'
import { movementsOf } from '../../../shared/movements/movements.ts'
import type { Order } from '../../../shared/orders/collections.ts'

/**
 * The same in SQLite, in memory, as fast as we could make it: what we work out when asked (keys of customers in their normal form, what of an
 * order is sold and paid) is worked out on writing here, and every question is answered from a covering index.
 */
const SCHEMA = `
  CREATE TABLE keys (sign INTEGER NOT NULL, key TEXT NOT NULL, customer TEXT NOT NULL, PRIMARY KEY (sign, key, customer)) WITHOUT ROWID;
  CREATE INDEX keys_by_customer ON keys (customer, sign, key);
  CREATE TABLE orders (id TEXT PRIMARY KEY, customer TEXT, sold INTEGER NOT NULL, paid INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX orders_by_customer ON orders (customer, sold, paid);
`

export const ON_ENTRY = `
  SELECT other.customer, group_concat(other.sign) AS signs FROM keys own
  JOIN keys other ON other.sign = own.sign AND other.key = own.key AND other.customer <> own.customer
  WHERE own.customer = ? GROUP BY other.customer ORDER BY other.customer`

export const ALL = `SELECT sign, group_concat(customer, ' ') AS ids FROM keys GROUP BY sign, key HAVING count(*) > 1`

export const DEBT = `
  SELECT coalesce(sum(sold), 0) AS sold, coalesce(sum(paid), 0) AS paid,
    coalesce(sum(max(sold - paid, 0)), 0) AS toUs, coalesce(sum(max(paid - sold, 0)), 0) AS byUs
  FROM orders WHERE customer = ?`

export interface SqlDebt {
  readonly sold: number
  readonly paid: number
  readonly toUs: number
  readonly byUs: number
}

export class SqlCustomers {
  readonly #db = new Database(':memory:')
  readonly #onEntry
  readonly #all
  readonly #debt
  readonly #put
  readonly #drop

  constructor(customers: Iterable<Customer>, orders: Iterable<Order>) {
    this.#db.exec(SCHEMA)
    this.#put = this.#db.prepare<[number, string, string]>('INSERT INTO keys VALUES (?, ?, ?)')
    this.#drop = this.#db.prepare<[string]>('DELETE FROM keys WHERE customer = ?')
    this.#db.transaction(() => {
      for (const customer of customers) this.#add(customer)
    })()
    const order = this.#db.prepare('INSERT INTO orders VALUES (?, ?, ?, ?)')
    this.#db.transaction(() => {
      for (const one of orders) {
        const { sold, paid } = movementsOf(one)
        order.run(one.id, one.customer, sold, paid)
      }
    })()
    this.#db.exec('ANALYZE')
    this.#onEntry = this.#db.prepare<[string], { readonly customer: string }>(ON_ENTRY)
    this.#all = this.#db.prepare<[], { readonly sign: number; readonly ids: string }>(ALL)
    this.#debt = this.#db.prepare<[string], SqlDebt>(DEBT)
  }

  /** A customer was changed, and is looked for among all others. */
  onEntry(customer: Customer): readonly string[] {
    this.#db.transaction(() => {
      this.#drop.run(customer.id)
      this.#add(customer)
    })()
    return this.#onEntry.all(customer.id).map((row) => row.customer)
  }

  all(): readonly { readonly by: Sign; readonly ids: string }[] {
    return this.#all.all().map(({ sign, ids }) => ({ by: SIGNS[sign] ?? 'name', ids }))
  }

  debt(customer: string): SqlDebt {
    return this.#debt.get(customer) ?? { sold: 0, paid: 0, toUs: 0, byUs: 0 }
  }

  close(): void {
    this.#db.close()
  }

  #add(customer: Customer): void {
    for (const [number, sign] of SIGNS.entries()) {
      for (const key of keysOf(customer, sign, 'RU')) this.#put.run(number, key, customer.id)
    }
  }
}
