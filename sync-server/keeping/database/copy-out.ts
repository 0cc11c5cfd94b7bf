import type Database from 'better-sqlite3'
import { Failure } from '../../../shared/errors.ts'
import { ACCOUNTS_FILE } from '../../accounts/store/sqlite.ts'
import { type Asked, inTransaction, openPool } from '../../storage/postgres/pool.ts'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { checkDatabase } from '../backup/copy.ts'
import { accountTablesIn, inFile, makeEmptyFiles } from './files.ts'
import { INTO_FILE, quoted, type Shared } from './tables.ts'

/** What a row may hold, of either kind of database. */
type Value = string | number | boolean | Date | Buffer | null
type Row = Readonly<Record<string, Value>>

/**
 * Makes, in an empty folder, the databases of a data folder of what stands in PostgreSQL as it stood at one moment (SPEC
 * K13). Nobody waits for it. Failure file-missing where no company stands there; errors of both databases come through.
 */
export async function copyOut(url: string, folder: string): Promise<void> {
  await makeEmptyFiles(folder)
  const pool = openPool(url)
  try {
    await inTransaction(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (asked) => {
      if (!(await isThere(asked, 'company'))) throw new Failure('file-missing', { file: placeOf(url) })
      await inFile(folder, ACCOUNTS_FILE, (database) => copyAccounts(asked, database))
      await inFile(folder, STORAGE_FILE, (database) => copyStorage(asked, database))
    })
  } finally {
    await pool.end()
  }
  for (const file of [ACCOUNTS_FILE, STORAGE_FILE] as const) checkDatabase(`${folder}/${file}`)
}

/** Where a database is, without by whom and with what password it is opened. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function copyStorage(asked: Asked, database: Database.Database): Promise<void> {
  return written(database, async () => {
    for (const table of INTO_FILE) await copyTable(asked, database, table)
    const { rows } = await asked.query<{ last: number }>('SELECT last FROM pen')
    database.prepare("DELETE FROM sqlite_sequence WHERE name = 'journal'").run()
    database.prepare("INSERT INTO sqlite_sequence VALUES ('journal', ?)").run(rows[0]?.last ?? 0)
    if (await isThere(asked, 'effect_tokens')) await copyTokens(asked, database)
  })
}

async function copyTokens(asked: Asked, database: Database.Database): Promise<void> {
  const { rows } = await asked.query<{ last: number }>('SELECT last FROM effect_tokens')
  database.prepare('UPDATE effect_tokens SET last = ?').run(rows[0]?.last ?? 0)
}

async function copyAccounts(asked: Asked, database: Database.Database): Promise<void> {
  await written(database, async () => {
    database.prepare('DELETE FROM fact').run()
    for (const table of accountTablesIn(database)) await copyTable(asked, database, table)
  })
}

async function written(database: Database.Database, work: () => Promise<void>): Promise<void> {
  database.exec('BEGIN IMMEDIATE')
  await work()
  database.exec('COMMIT')
}

/** A table that an earlier program has not made yet has no rows. */
async function copyTable(asked: Asked, database: Database.Database, table: Shared): Promise<void> {
  if (table.source === quoted(table.name) && !(await isThere(asked, table.name))) return
  const { name, columns } = table
  const places = columns.map(() => '?').join(', ')
  const insert = database.prepare<unknown[]>(`INSERT INTO ${quoted(name)} (${quoted(...columns)}) VALUES (${places})`)
  for await (const rows of rowsOf(asked, table))
    for (const row of rows) insert.run(columns.map((column) => asFileHas(row[column] ?? null)))
}

async function* rowsOf(asked: Asked, { source, columns, order, atOnce }: Shared): AsyncGenerator<Row[]> {
  const query = `SELECT ${quoted(...columns)} FROM ${source} ORDER BY ${order.postgres}`
  await asked.query(`DECLARE part NO SCROLL CURSOR FOR ${query}`)
  for (;;) {
    const { rows } = await asked.query<Row>(`FETCH ${atOnce} FROM part`)
    if (rows.length === 0) break
    yield rows
  }
  await asked.query('CLOSE part')
}

async function isThere(asked: Asked, table: string): Promise<boolean> {
  const { rows } = await asked.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [quoted(table)])
  return rows[0]?.there ?? false
}

/** As the accounts' library writes dates and truths into a file. */
function asFileHas(value: Value): string | number | Buffer | null {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'boolean' ? Number(value) : value
}
