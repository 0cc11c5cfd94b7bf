import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import { Failure } from '../../../shared/errors.ts'
import type {
  AuditRow,
  DocumentMark,
  JournalRow,
  NextGeneration,
  Retelling,
  Standing,
  StoredDocument,
} from '../storage.ts'

interface Snapshot {
  readonly last: number
  readonly generation: string
  readonly state: Buffer | null
  readonly crc: number | null
}

interface Logged {
  readonly number: number
  readonly update: Buffer
  readonly crc: number
}

const NEVER_WRITTEN: Snapshot = { last: 0, generation: '', state: null, crc: null }

/** The tables `documents`, `snapshots`, `journal` and `audit`. */
export function documentTables(database: Database.Database) {
  const known = database.prepare(
    'INSERT INTO documents (name, last, changed) VALUES (?, 0, ?) ON CONFLICT DO UPDATE SET changed = excluded.changed',
  )
  const log = database.prepare(
    'INSERT INTO journal (document, user, replica, at, "update", crc) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const note = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const generation = database.prepare<[string], string>('SELECT generation FROM documents WHERE name = ?').pluck()
  const reached = database.prepare<[string], Standing>(
    `SELECT max(last, coalesce((SELECT max(number) FROM journal WHERE document = d.name), 0)) AS last, generation
     FROM documents d WHERE name = ?`,
  )
  const latest = database.prepare<[string], number>('SELECT max(number) FROM journal WHERE document = ?').pluck()
  const newest = database.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").pluck()
  const advance = database.prepare('UPDATE documents SET last = ? WHERE name = ? AND generation = ? AND last <= ?')
  const put = database.prepare('INSERT OR REPLACE INTO snapshots (document, state, crc) VALUES (?, ?, ?)')
  const renew = database.prepare('UPDATE documents SET generation = ?, packed = ? WHERE name = ?')
  const drop = database.prepare('DELETE FROM journal WHERE document = ? AND number <= ?')
  const replace = database.transaction((document: string, { last, generation }: Standing, state: Uint8Array) => {
    if (advance.run(last, document, generation, last).changes === 0) return false
    put.run(document, state, crc32(state))
    drop.run(document, last)
    return true
  })
  const pack = database.transaction((document: string, from: Standing, { generation, state }: NextGeneration) => {
    if ((latest.get(document) ?? 0) > from.last || !replace(document, from, state)) return false
    renew.run(generation, from.last, document)
    return true
  })

  const lines = database.prepare<[string, string], AuditRow & { readonly row: number }>(
    'SELECT rowid AS row, collection, record, path, stamp, value FROM audit WHERE collection = ? AND record = ?',
  )
  const tell = database.prepare('UPDATE audit SET value = ? WHERE rowid = ?')
  const erase = database.transaction(
    (document: string, from: Standing, next: NextGeneration, { records, retell }: Retelling) => {
      if (!pack(document, from, next)) return null
      const found = records.flatMap(({ collection, record }) => lines.all(collection, record))
      const changed = found.filter((line) => retell(line) !== line.value)
      for (const line of changed) tell.run(retell(line), line.row)
      return changed.length
    },
  )

  return {
    ...storedDocuments(database),
    /** Writes one row with its audit trail; inside the caller's transaction. Gives its number. */
    insert({ document, user, replica, at, update, audit }: JournalRow): number {
      known.run(document, at)
      const number = Number(log.run(document, user, replica, at, update, crc32(update)).lastInsertRowid)
      for (const { collection, record, path, stamp, value } of audit) {
        note.run(number, document, collection, record, path, user, replica, at, stamp, value)
      }
      return number
    },
    /** The number of the last row that was ever written. */
    last: () => newest.get() ?? 0,
    reached: (document: string) => reached.get(document) ?? { last: 0, generation: '' },
    generation: (document: string) => generation.get(document) ?? '',
    compact: (document: string, from: Standing, state: Uint8Array) => void replace.immediate(document, from, state),
    pack: (document: string, from: Standing, next: NextGeneration) => pack.immediate(document, from, next),
    erase: (document: string, from: Standing, next: NextGeneration, trail: Retelling) =>
      erase.immediate(document, from, next, trail),
  }
}

/** The documents of a database that may be open for reading alone. */
export function storedDocuments(database: Database.Database) {
  const snapshot = database.prepare<[string], Snapshot>(
    `SELECT d.last, d.generation, s.state, s.crc FROM documents d LEFT JOIN snapshots s ON s.document = d.name
     WHERE d.name = ?`,
  )
  const logged = database.prepare<[string, number], Logged>(
    'SELECT number, "update", crc FROM journal WHERE document = ? AND number > ? ORDER BY number',
  )
  // The length of a snapshot is asked for by itself: joined, its bytes would be read.
  const marks = database.prepare<[], DocumentMark>(
    `SELECT d.name AS document, max(d.last, coalesce(max(j.number), 0)) AS last, count(j.number) AS rows,
       coalesce(sum(length(j."update")), 0) AS bytes, d.changed, d.packed,
       coalesce((SELECT length(state) FROM snapshots WHERE document = d.name), 0) AS size
     FROM documents d LEFT JOIN journal j ON j.document = d.name AND j.number > d.last GROUP BY d.name`,
  )
  return {
    load(document: string): StoredDocument {
      const { last, state, crc, generation } = snapshot.get(document) ?? NEVER_WRITTEN
      if (state !== null) check(document, last, state, crc)
      const rows = logged.all(document, last)
      for (const row of rows) check(document, row.number, row.update, row.crc)
      return { state, updates: rows.map((row) => row.update), last: rows.at(-1)?.number ?? last, generation }
    },
    marks: () => marks.all(),
  }
}

function check(document: string, number: number, bytes: Uint8Array, crc: number | null): void {
  if (crc32(bytes) !== crc) throw new Failure('document-damaged', { document, journal: number })
}
