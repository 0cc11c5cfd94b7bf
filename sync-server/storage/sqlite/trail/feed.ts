import type Database from 'better-sqlite3'
import { endOfStep, type FeedAsked, lookedAt, type Outline } from '../../feed-step.ts'
import type { AuditEntry, FeedStep } from '../../storage.ts'

/** Reads the trail by the numbers of the journal, in their order. */
export function feedOf(database: Database.Database) {
  const outline = database.prepare<[number, number], Outline>(
    `SELECT journal, collection, octet_length(value) AS size FROM audit WHERE journal > ?
     ORDER BY journal, rowid LIMIT ?`,
  )
  const entries = database.prepare<object, AuditEntry>(
    `SELECT journal, document, collection, record, path, user, replica, at, stamp, value FROM audit
     WHERE journal > @after AND journal <= @upto
       AND (@collections = '[]' OR collection IN (SELECT value FROM json_each(@collections)))
     ORDER BY journal, rowid`,
  )
  return (asked: FeedAsked): FeedStep => {
    const upto = endOfStep(outline.all(asked.after, lookedAt(asked)), asked)
    if (upto === null) return { entries: [], upto }
    const { after, collections } = asked
    return { entries: entries.all({ after, upto, collections: JSON.stringify(collections) }), upto }
  }
}
