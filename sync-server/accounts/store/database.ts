import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The accounts' own database: a file beside the journal's, so that neither waits for the other's transactions. */
export const ACCOUNTS_FILE = 'accounts.sqlite'

const REQUIRED = 'second-factor-required-since'

/** Facts about this data folder that stand outside the accounts' tables. */
export interface Facts {
  /** What session cookies are signed with; made at first use. */
  readonly secret: string
  /** Where the server was last reached, `https://crm.example`. */
  address(): string
  keepAddress(address: string): void
  /** Since when everybody must sign in with a second factor; null while that is left to each. */
  requiredSince(): number | null
  keepRequiredSince(at: number | null): void
}

/** Opens the accounts' database of a data folder, making both where they are missing. Several processes may. */
export function openAccountsDatabase(folder: string): { readonly database: Database.Database; readonly facts: Facts } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, ACCOUNTS_FILE)
  const database = new Database(file, { timeout: 5000 })
  chmodSync(file, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  return { database, facts: factsIn(database) }
}

function factsIn(database: Database.Database): Facts {
  database.exec('CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
  const get = database.prepare<[string], string>('SELECT value FROM fact WHERE name = ?').pluck()
  const put = database.prepare(
    'INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const putOnce = database.prepare('INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const drop = database.prepare('DELETE FROM fact WHERE name = ?')
  putOnce.run('secret', randomBytes(32).toString('base64url'))
  return {
    secret: get.get('secret') ?? '',
    address: () => get.get('address') ?? 'http://localhost',
    keepAddress: (address) => void put.run('address', address),
    requiredSince: () => {
      const at = get.get(REQUIRED)
      return at === undefined ? null : Number(at)
    },
    keepRequiredSince: (at) => void (at === null ? drop.run(REQUIRED) : put.run(REQUIRED, String(at))),
  }
}
