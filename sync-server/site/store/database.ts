import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../../../shared/errors.ts'

/** In a data folder: what the company's site keeps. */
export const SITE = 'site'
/** The door's database in its folder. */
export const SITE_FILE = 'site.sqlite'

/**
 * The layout of `site.sqlite`. Times are ms since 1970.
 *
 *   catalogue  at most one row: what is shown, JSON
 *   pictures   hash ── the type of a picture whose bytes stand in the folder
 *   queue      number ── what somebody did, JSON, until it is settled; `same`: as what the same deed is known, while it waits;
 *              `aside`: 1 of what the agent could not take, which is not handed out until it asks for it
 *   taken      form ── an order that was taken: the same form is the same order; its number in the queue, no personal data
 *   states     token ── what the page of an order shows, JSON
 *   unsubscribed  recipient of a mailing who has unsubscribed here, and is not back
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE catalogue (made INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE pictures (hash TEXT PRIMARY KEY, type TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE queue (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    same TEXT UNIQUE,
    deed TEXT NOT NULL
  ) STRICT;
  CREATE TABLE taken (form TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE states (token TEXT PRIMARY KEY, changed INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // Where an order stands in the queue.
  'ALTER TABLE taken ADD COLUMN number INTEGER NOT NULL DEFAULT 0;',
  'ALTER TABLE queue ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;',
  'CREATE TABLE unsubscribed (recipient TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;',
]

/**
 * Opens the door's database, making folder and file where they are missing. `synchronous = FULL`: what was answered is on the
 * disk. Failure data-newer.
 */
export function openSiteDatabase(folder: string): Database.Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, SITE_FILE)
  const database = new Database(path, { timeout: 5000 })
  chmodSync(path, 0o600)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  // What was settled leaves no bytes behind: it may be of a person who is erased (erasing/SPEC ER16).
  database.pragma('secure_delete = ON')
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > MIGRATIONS.length) throw new Failure('data-newer', { schema: version, known: MIGRATIONS.length })
  for (const [i, migration] of MIGRATIONS.entries()) {
    if (i < version) continue
    database.exec(`BEGIN IMMEDIATE; ${migration} PRAGMA user_version = ${i + 1}; COMMIT`)
  }
  return database
}
