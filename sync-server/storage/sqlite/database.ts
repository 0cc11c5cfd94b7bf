import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../../../shared/errors.ts'
import { MIGRATIONS } from '../schema.ts'

/** The journal's database in a data folder. */
export const STORAGE_FILE = 'voronka.sqlite'

/**
 * Opens the database of a data folder, making both where they are missing, and brings it to this program's schema.
 * Failure data-newer for the data of a newer program. `synchronous = FULL`: what was answered is on the disk.
 */
export function openDatabase(folder: string): Database.Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, STORAGE_FILE)
  const database = new Database(path, { timeout: 5000 })
  // Nobody else's eyes, in a folder that somebody else has made too; the files beside it take on its rights.
  chmodSync(path, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  migrate(database)
  return database
}

function migrate(database: Database.Database): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > MIGRATIONS.length) throw new Failure('data-newer', { schema: version, known: MIGRATIONS.length })
  for (const [i, migration] of MIGRATIONS.entries()) {
    if (i < version) continue
    const run = database.transaction(() => {
      database.exec(migration)
      database.pragma(`user_version = ${i + 1}`)
    })
    run.immediate()
  }
}
