import Database from 'better-sqlite3'
import type { Dated } from './months.ts'

/** What begins in a span, with the customer’s name. */
export const IN_SPAN = `SELECT slots.*, customers.name FROM slots LEFT JOIN customers ON customers.id = slots.customer
  WHERE start >= ? AND start < ? ORDER BY start`

/** The same records in SQLite in memory, with an index by time. */
export function databaseOf(all: readonly Dated[]): Database.Database {
  const database = new Database(':memory:')
  database.exec(`CREATE TABLE slots (id TEXT PRIMARY KEY, collection TEXT, subject TEXT, customer TEXT, start INTEGER, end INTEGER);
    CREATE TABLE customers (id TEXT PRIMARY KEY, name TEXT)`)
  const insert = database.prepare('INSERT INTO slots VALUES (?, ?, ?, ?, ?, ?)')
  const customer = database.prepare('INSERT OR IGNORE INTO customers VALUES (?, ?)')
  database.exec('BEGIN')
  for (const { row, collection, customer: id, start, end } of all) {
    insert.run(row.id, collection, String((row as { readonly subject?: unknown }).subject), id, start, end)
    customer.run(id, `Ромашка ${id}`)
  }
  database.exec('COMMIT; CREATE INDEX by_time ON slots (start)')
  return database
}
