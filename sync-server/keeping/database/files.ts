import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createAccounts } from '../../accounts/accounts.ts'
import type { ACCOUNTS_FILE } from '../../accounts/store/sqlite.ts'
import { makeLog } from '../../log/log.ts'
import { openDatabase, type STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { accountTables, type Shared } from './tables.ts'

/** Makes the two databases of a data folder, with nothing in them. */
export async function makeEmptyFiles(folder: string): Promise<void> {
  openDatabase(folder).close()
  const accounts = await createAccounts({ folder, log: makeLog({ level: 'silent' }) })
  await accounts.close()
}

/** Uses one of the two; it is left as one file, whole. */
export async function inFile<T>(
  folder: string,
  file: typeof STORAGE_FILE | typeof ACCOUNTS_FILE,
  work: (database: Database.Database) => Promise<T>,
): Promise<T> {
  const database = new Database(join(folder, file), { fileMustExist: true })
  try {
    return await work(database)
  } finally {
    database.pragma('journal_mode = DELETE')
    database.close()
  }
}

/** The accounts' tables that a file has. What guesses were made lately stands in none. */
export function accountTablesIn(database: Database.Database): Shared[] {
  const names = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
  const columnsOf = database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck()
  return accountTables(new Map(names.map((name) => [name, columnsOf.all(name)])))
}
