import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Attempts } from '../attempts.ts'
import { type AccountsDatabase, factsOn, type Shelf } from './database.ts'

/** The accounts' own database: a file beside the journal's, so that neither waits for the other's transactions. */
export const ACCOUNTS_FILE = 'accounts.sqlite'

/**
 * Opens the accounts' database of a data folder, making both where they are missing. The command line may do so beside
 * the server; guesses are counted by the one server that the folder has, in memory.
 */
export async function openAccountsFile(folder: string): Promise<AccountsDatabase> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, ACCOUNTS_FILE)
  const database = new Database(file, { timeout: 5000 })
  chmodSync(file, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  return {
    database,
    facts: await factsOn(shelfIn(database), randomBytes(32).toString('base64url')),
    guesses: new Attempts(),
    alone: (work) => work(),
    close: async () => {
      database.close()
    },
  }
}

function shelfIn(database: Database.Database): Shelf {
  database.exec('CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
  const get = database.prepare<[string], string>('SELECT value FROM fact WHERE name = ?').pluck()
  const put = database.prepare(
    'INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const putOnce = database.prepare('INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const drop = database.prepare('DELETE FROM fact WHERE name = ?')
  return {
    get: async (name) => get.get(name),
    put: async (name, value) => void put.run(name, value),
    putOnce: async (name, value) => void putOnce.run(name, value),
    drop: async (name) => void drop.run(name),
  }
}
