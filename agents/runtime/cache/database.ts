import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const FILE = 'agents.sqlite'
/** The form of the tables: those of another form are thrown away. */
const FORM = 1
const TABLES = `
  CREATE TABLE states (document TEXT PRIMARY KEY, state BLOB NOT NULL, crc INTEGER NOT NULL) STRICT;
  CREATE TABLE places (name TEXT PRIMARY KEY, text TEXT NOT NULL, crc INTEGER NOT NULL) STRICT;
`

/** Other agents work in the folder. */
export class FolderInUse extends Error {}

/**
 * Opens the cache's database in a folder, making both where they are missing; one that is damaged, or of another form, is
 * made anew. No other process opens it until it is closed, or this process is gone: FolderInUse.
 */
export function openDatabase(folder: string): Database.Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE)
  try {
    return opened(path) ?? beginAnew(folder)
  } catch (error) {
    if (isTaken(error)) throw new FolderInUse(`Other agents work in ${folder}`, { cause: error })
    if (!isDamage(error)) throw error
    return beginAnew(folder)
  }
}

/** A database with nothing in it, in place of one that nobody has open. */
export function beginAnew(folder: string): Database.Database {
  const path = join(folder, FILE)
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  const database = opened(path)
  if (!database) throw new RangeError('A new database has another form than that in which it was made')
  return database
}

/** Whether a database's file is no longer what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}

function isTaken(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/** The database; null for one of another form. */
function opened(path: string): Database.Database | null {
  const database = new Database(path, { timeout: 0 })
  try {
    chmodSync(path, 0o600)
    // In this order: the lock is taken with the first reading, and kept.
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    // What was replaced leaves no bytes behind: it may be of a person who was erased (sync-server/erasing/SPEC ER10).
    database.pragma('secure_delete = ON')
    if (formOf(database)) return database
  } catch (error) {
    database.close()
    throw error
  }
  database.close()
  return null
}

function formOf(database: Database.Database): boolean {
  const form = Number(database.pragma('user_version', { simple: true }))
  if (form !== 0) return form === FORM
  database.exec(`BEGIN IMMEDIATE; ${TABLES} PRAGMA user_version = ${FORM}; COMMIT`)
  return true
}
