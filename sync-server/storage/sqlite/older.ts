import type Database from 'better-sqlite3'

/** The first schema in which snapshots stand apart from `documents`. */
const SNAPSHOTS_APART = 7

/** A database that is only read is not brought to this program's schema: what it has elsewhere is shown where it is looked for. */
export function readAsToday(database: Database.Database): void {
  if (Number(database.pragma('user_version', { simple: true })) >= SNAPSHOTS_APART) return
  database.exec(
    'CREATE TEMP VIEW snapshots AS SELECT name AS document, state, crc FROM documents WHERE state IS NOT NULL',
  )
}
