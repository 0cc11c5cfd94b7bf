import type Database from 'better-sqlite3'
import type { AuditEntry, AuditedRecord, AuditPage, RefusalRow } from '../../storage.ts'

const KEPT_REFUSALS = 10_000
/** Behind every stamp: they are of digits and letters. */
const END = '~'

/** What is read by people only: the audit trail and the refusals. */
export function trails(database: Database.Database) {
  return { ...refusals(database), ...audit(database) }
}

function refusals(database: Database.Database) {
  const add = database.prepare(
    'INSERT INTO refusals (at, document, user, replica, code, cause, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const trim = database.prepare('DELETE FROM refusals WHERE id <= ?')
  const latest = database.prepare<[number], RefusalRow>(
    'SELECT at, document, user, replica, code, cause, bytes FROM refusals ORDER BY id DESC LIMIT ?',
  )
  return {
    addRefusal({ at, document, user, replica, code, cause, bytes }: RefusalRow): void {
      const { lastInsertRowid } = add.run(at, document, user, replica, code, cause, bytes)
      trim.run(Number(lastInsertRowid) - KEPT_REFUSALS)
    },
    refusals: (limit: number) => latest.all(limit),
  }
}

/** Reads by the indexes `audit_by_stamp` and `audit_by_path`: a page costs what is on it. */
function audit(database: Database.Database) {
  const entries = 'SELECT journal, document, collection, record, path, user, replica, at, stamp, value FROM audit'
  const ofRecord = 'collection = @collection AND record = @record'
  const lastOfPage = database
    .prepare<object, string>(
      `SELECT stamp FROM audit WHERE ${ofRecord} AND stamp < @before ORDER BY stamp DESC LIMIT 1 OFFSET @limit - 1`,
    )
    .pluck()
  const between = database.prepare<object, AuditEntry>(
    `${entries} WHERE ${ofRecord} AND stamp >= @since AND stamp < @before ORDER BY stamp DESC, path DESC`,
  )
  const earlier = database.prepare(`SELECT 1 FROM audit WHERE ${ofRecord} AND stamp < @since LIMIT 1`)
  const last = database.prepare<object, AuditEntry>(
    `${entries} WHERE ${ofRecord} AND path = @path AND stamp < @before ORDER BY stamp DESC LIMIT 1`,
  )
  const creation = database.prepare<object, AuditEntry>(
    `${entries} WHERE ${ofRecord} AND path = '' ORDER BY stamp LIMIT 1`,
  )
  return {
    audit({ collection, record }: AuditedRecord, until: string | null, limit: number): AuditPage {
      const of = { collection, record }
      const before = until ?? END
      const since = lastOfPage.get({ ...of, before, limit }) ?? ''
      return {
        entries: between.all({ ...of, before, since }),
        more: since !== '' && earlier.get({ ...of, since }) !== undefined,
      }
    },
    standing({ collection, record }: AuditedRecord, paths: Iterable<string>, before: string): AuditEntry[] {
      const of = { collection, record }
      return [...paths].flatMap((path) => (path === '' ? creation.all(of) : last.all({ ...of, path, before })))
    },
  }
}
