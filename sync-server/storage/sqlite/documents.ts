import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import { Failure } from '../../../shared/errors.ts'
import type { DocumentMark, JournalRow, StoredDocument } from '../storage.ts'

interface Snapshot {
  readonly last: number
  readonly state: Buffer | null
  readonly crc: number
}

interface Logged {
  readonly number: number
  readonly update: Buffer
  readonly crc: number
}

/** The tables `documents`, `journal` and `audit`. */
export function documentTables(database: Database.Database) {
  const known = database.prepare('INSERT INTO documents (name, last, crc) VALUES (?, 0, 0) ON CONFLICT DO NOTHING')
  const log = database.prepare(
    'INSERT INTO journal (document, user, replica, at, "update", crc) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const note = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const snapshot = database.prepare<[string], Snapshot>('SELECT last, state, crc FROM documents WHERE name = ?')
  const logged = database.prepare<[string, number], Logged>(
    'SELECT number, "update", crc FROM journal WHERE document = ? AND number > ? ORDER BY number',
  )
  const put = database.prepare('UPDATE documents SET last = ?, state = ?, crc = ? WHERE name = ?')
  const drop = database.prepare('DELETE FROM journal WHERE document = ? AND number <= ?')
  const marks = database.prepare<[], DocumentMark>(
    `SELECT d.name AS document, max(d.last, coalesce(max(j.number), 0)) AS last, count(j.number) AS rows,
       coalesce(sum(length(j."update")), 0) AS bytes
     FROM documents d LEFT JOIN journal j ON j.document = d.name AND j.number > d.last GROUP BY d.name`,
  )
  const replace = database.transaction((document: string, last: number, state: Uint8Array) => {
    put.run(last, state, crc32(state), document)
    drop.run(document, last)
  })

  return {
    /** Writes one row with its audit trail; inside the caller's transaction. Gives its number. */
    insert({ document, user, replica, at, update, audit }: JournalRow): number {
      known.run(document)
      const number = Number(log.run(document, user, replica, at, update, crc32(update)).lastInsertRowid)
      for (const { collection, record, path, stamp, value } of audit) {
        note.run(number, document, collection, record, path, user, replica, at, stamp, value)
      }
      return number
    },
    load(document: string): StoredDocument {
      const { last, state, crc } = snapshot.get(document) ?? { last: 0, state: null, crc: 0 }
      if (state !== null) check(document, last, state, crc)
      const rows = logged.all(document, last)
      for (const row of rows) check(document, row.number, row.update, row.crc)
      return { state, updates: rows.map((row) => row.update), last: rows.at(-1)?.number ?? last }
    },
    compact: (document: string, last: number, state: Uint8Array) => replace.immediate(document, last, state),
    marks: () => marks.all(),
  }
}

function check(document: string, number: number, bytes: Uint8Array, crc: number): void {
  if (crc32(bytes) !== crc) throw new Failure('document-damaged', { document, journal: number })
}
