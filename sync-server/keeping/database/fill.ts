import type Database from 'better-sqlite3'
import { createAccounts } from '../../accounts/accounts.ts'
import { ACCOUNTS_FILE } from '../../accounts/store/sqlite.ts'
import { makeLog } from '../../log/log.ts'
import { openPostgres } from '../../storage/postgres/open.ts'
import { type Asked, inTransaction, openPool, storable } from '../../storage/postgres/pool.ts'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { accountTablesIn, inFile } from './files.ts'
import { INTO_DATABASE, quoted, type Shared } from './tables.ts'

/** What a row of a file may hold. */
type Value = string | number | Buffer | null
type Row = Readonly<Record<string, Value>>

/** Tables of which nothing goes over: of guesses, and of the words that are made of the trail. */
const MADE_ANEW = ['attempt', 'trail_words']

/**
 * Puts what stands in the databases of a folder in the place of all that stands in PostgreSQL, in one transaction (SPEC
 * K14): it is done whole or not at all. Errors of both come through.
 */
export async function fillDatabase(url: string, folder: string): Promise<void> {
  await makeTables(url, folder)
  const pool = openPool(url)
  try {
    await inTransaction(pool, 'BEGIN', (asked) =>
      inFile(folder, ACCOUNTS_FILE, (accounts) =>
        inFile(folder, STORAGE_FILE, (storage) => replaceAll(asked, { accounts, storage })),
      ),
    )
  } finally {
    await pool.end()
  }
}

async function makeTables(url: string, folder: string): Promise<void> {
  const storage = await openPostgres(url)
  await storage.close()
  const accounts = await createAccounts({ folder, databaseUrl: url, log: makeLog({ level: 'silent' }) })
  await accounts.close()
}

interface Files {
  readonly accounts: Database.Database
  readonly storage: Database.Database
}

async function replaceAll(asked: Asked, { accounts, storage }: Files): Promise<void> {
  const ofAccounts = accountTablesIn(accounts)
  const names = [...INTO_DATABASE, ...ofAccounts].map(({ name }) => name)
  await asked.query(`TRUNCATE ${quoted(...names, ...MADE_ANEW)} RESTART IDENTITY`)
  await asked.query('UPDATE trail_indexed SET upto = 0')
  await asked.query('UPDATE numbered SET upto = 0')
  for (const table of INTO_DATABASE) await fillTable(asked, storage, table)
  const last = storage.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").pluck().get()
  await asked.query('UPDATE pen SET last = $1', [last ?? 0])
  const token = storage.prepare<[], number>('SELECT last FROM effect_tokens').pluck().get()
  await asked.query('UPDATE effect_tokens SET last = $1', [token ?? 0])
  for (const table of ofAccounts) await fillTable(asked, accounts, table)
}

async function fillTable(asked: Asked, database: Database.Database, { name, source, columns, order, atOnce }: Shared) {
  const types = await typesOf(asked, name)
  const lists = columns.map((column, i) => `$${i + 1}::${types.get(column)}[]`).join(', ')
  const insert = `INSERT INTO ${quoted(name)} (${quoted(...columns)}) SELECT * FROM unnest(${lists})`
  const rows = database.prepare<[], Row>(`SELECT ${quoted(...columns)} FROM ${source} ORDER BY ${order.sqlite}`)
  for (const part of inParts(rows.iterate(), atOnce)) {
    const values = columns.map((column) => part.map((row) => asTyped(row[column] ?? null, types.get(column) ?? '')))
    await asked.query(insert, values)
  }
}

/** The types of a table's columns, as the database names them. */
async function typesOf(asked: Asked, table: string): Promise<Map<string, string>> {
  const { rows } = await asked.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
    [quoted(table)],
  )
  return new Map(rows.map(({ name, type }) => [name, type]))
}

function* inParts<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = []
  for (const one of all) {
    part.push(one)
    if (part.length < size) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

/** A file has truths as numbers, and dates as texts. */
function asTyped(value: Value, type: string): Value | boolean | Date {
  if (value === null) return null
  if (type === 'boolean') return value !== 0
  if (type.startsWith('timestamp')) return new Date(value as string | number)
  return typeof value === 'string' ? storable(value) : value
}
