import type Database from 'better-sqlite3'
import type { AuditEntry, RefusalRow } from '../storage.ts'

const KEPT_REFUSALS = 10_000

/** What is read by people only: the audit trail and the refusals. */
export function trails(database: Database.Database) {
  const add = database.prepare(
    'INSERT INTO refusals (at, document, user, replica, code, cause, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const trim = database.prepare('DELETE FROM refusals WHERE id <= ?')
  const latest = database.prepare<[number], RefusalRow>(
    'SELECT at, document, user, replica, code, cause, bytes FROM refusals ORDER BY id DESC LIMIT ?',
  )
  const audit = database.prepare<[string, string], AuditEntry>(
    `SELECT journal, document, collection, record, path, user, replica, at, stamp, value FROM audit
     WHERE collection = ? AND record = ? ORDER BY journal, rowid`,
  )

  return {
    addRefusal({ at, document, user, replica, code, cause, bytes }: RefusalRow): void {
      const { lastInsertRowid } = add.run(at, document, user, replica, code, cause, bytes)
      trim.run(Number(lastInsertRowid) - KEPT_REFUSALS)
    },
    refusals: (limit: number) => latest.all(limit),
    audit: (collection: string, record: string) => audit.all(collection, record),
  }
}
