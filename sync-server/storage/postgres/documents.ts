import { crc32 } from 'node:zlib'
import { Failure } from '../../../shared/errors.ts'
import type { DocumentMark, JournalRow, News, NextGeneration, Standing, StoredDocument } from '../storage.ts'
import type { Asked } from './pool.ts'

interface Snapshot {
  readonly name: string
  readonly last: number
  readonly state: Buffer | null
  readonly crc: number
  readonly generation: string
  readonly changed: number
}

interface Logged {
  readonly number: number
  readonly document: string
  readonly update: Buffer
  readonly crc: number
}

const SNAPSHOT = 'SELECT name, last, state, crc, generation, changed FROM documents'
const LOGGED = 'SELECT number, document, "update", crc FROM journal'

/** Reads a document. The rows are read first: a snapshot that takes their place meanwhile then holds them. */
export async function loadDocument(asked: Asked, document: string): Promise<StoredDocument> {
  const { rows } = await asked.query<Logged>(`${LOGGED} WHERE document = $1 ORDER BY number`, [document])
  const snapshots = await asked.query<Snapshot>(`${SNAPSHOT} WHERE name = $1`, [document])
  const snapshot = snapshots.rows[0]
  if (!snapshot) return { state: null, updates: [], last: 0, generation: '' }
  const damaged = damagedIn(snapshot, rows)
  if (damaged !== null) throw new Failure('document-damaged', { document, journal: damaged })
  return storedOf(snapshot, rows)
}

/** What is new behind a number, by document. To be asked where nobody can write meanwhile. */
export async function newsSince(asked: Asked, since: number): Promise<News[]> {
  const { rows } = await asked.query<Logged>(`${LOGGED} WHERE number > $1 ORDER BY number`, [since])
  const byDocument = Map.groupBy(rows, ({ document }) => document)
  const { rows: snapshots } = await asked.query<Snapshot>(
    `SELECT name, last, crc, generation, changed, CASE WHEN last > $1 OR renewed > $1 THEN state END AS state
     FROM documents WHERE name = ANY($2) OR last > $1 OR renewed > $1`,
    [since, [...byDocument.keys()]],
  )
  return snapshots.map((snapshot) => {
    const own = byDocument.get(snapshot.name) ?? []
    const { name: document, changed } = snapshot
    return { document, changed, isDamaged: damagedIn(snapshot, own) !== null, ...storedOf(snapshot, own) }
  })
}

function storedOf({ last, state, generation }: Snapshot, rows: readonly Logged[]): StoredDocument {
  const behind = rows.filter(({ number }) => number > last)
  return { state, updates: behind.map(({ update }) => update), last: behind.at(-1)?.number ?? last, generation }
}

/** The number of the first bytes that are not what was written; null where all are. */
function damagedIn({ last, state, crc }: Snapshot, rows: readonly Logged[]): number | null {
  if (state !== null && crc32(state) !== crc) return last
  return rows.find((row) => row.number > last && crc32(row.update) !== row.crc)?.number ?? null
}

export async function generationOf(asked: Asked, document: string): Promise<string> {
  const { rows } = await asked.query<{ generation: string }>('SELECT generation FROM documents WHERE name = $1', [
    document,
  ])
  return rows[0]?.generation ?? ''
}

/** How far a document has come. */
export async function reachedBy(asked: Asked, document: string): Promise<Standing> {
  const { rows } = await asked.query<Standing>(
    `SELECT greatest(last, (SELECT max(number) FROM journal WHERE document = $1)) AS last, generation
     FROM documents WHERE name = $1`,
    [document],
  )
  return rows[0] ?? { last: 0, generation: '' }
}

/** Every document that was ever written. */
export async function documentMarks(asked: Asked): Promise<DocumentMark[]> {
  const { rows } = await asked.query<DocumentMark>(
    `SELECT d.name AS document, greatest(d.last, max(j.number)) AS last, count(j.number) AS rows,
       coalesce(sum(length(j."update")), 0)::bigint AS bytes,
       coalesce(length(d.state), 0)::bigint AS size, d.changed, d.packed
     FROM documents d LEFT JOIN journal j ON j.document = d.name AND j.number > d.last GROUP BY d.name ORDER BY d.name`,
  )
  return rows
}

/** Writes rows with their audit trail, numbered from `first`. */
export async function insertRows(asked: Asked, rows: readonly JournalRow[], first: number): Promise<void> {
  const changed = new Map(rows.map(({ document, at }) => [document, at]))
  await asked.query(
    `INSERT INTO documents (name, last, crc, changed)
     SELECT name, 0, 0, at FROM unnest($1::text[], $2::bigint[]) AS written (name, at)
     ON CONFLICT (name) DO UPDATE SET changed = excluded.changed`,
    [[...changed.keys()], [...changed.values()]],
  )
  await asked.query(
    `INSERT INTO journal (number, document, "user", replica, at, "update", crc)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bytea[], $7::bigint[])`,
    columns(
      rows.map(({ document, user, replica, at, update }, i) => [
        first + i,
        document,
        user,
        replica,
        at,
        bytesOf(update),
        crc32(update),
      ]),
      7,
    ),
  )
  await insertAudit(asked, rows, first)
}

async function insertAudit(asked: Asked, rows: readonly JournalRow[], first: number): Promise<void> {
  const lines = rows.flatMap(({ document, user, replica, at, audit }, i) =>
    audit.map((one) => [
      first + i,
      document,
      one.collection,
      one.record,
      one.path,
      user,
      replica,
      at,
      one.stamp,
      one.value,
    ]),
  )
  if (lines.length === 0) return
  await asked.query(
    `INSERT INTO audit (journal, document, collection, record, path, "user", replica, at, stamp, value)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::bigint[], $9::text[], $10::text[])`,
    columns(lines, 10),
  )
}

/** Rows as one list for each of their columns. */
function columns(rows: readonly (readonly unknown[])[], width: number): unknown[][] {
  return Array.from({ length: width }, (_, i) => rows.map((row) => row[i]))
}

/** Puts a snapshot in the place of the rows up to it; gives whether the generation still stands. */
export async function replaceRows(asked: Asked, document: string, { last, generation }: Standing, state: Uint8Array) {
  const { rowCount } = await asked.query(
    `UPDATE documents SET last = $1, state = $2, crc = $3 WHERE name = $4 AND generation = $5 AND last <= $1`,
    [last, bytesOf(state), crc32(state), document, generation],
  )
  if (rowCount === 1) await asked.query('DELETE FROM journal WHERE document = $1 AND number <= $2', [document, last])
  return rowCount === 1
}

/** Puts the next generation in a document's place, unless it was written or packed since; `number` is the packing's own. */
export async function packInto(
  asked: Asked,
  document: string,
  from: Standing,
  { generation, state }: NextGeneration,
  number: number,
): Promise<boolean> {
  const { rowCount } = await asked.query('SELECT 1 FROM journal WHERE document = $1 AND number > $2 LIMIT 1', [
    document,
    from.last,
  ])
  if (rowCount !== 0 || !(await replaceRows(asked, document, from, state))) return false
  await asked.query('UPDATE documents SET generation = $1, packed = $2, renewed = $3 WHERE name = $4', [
    generation,
    from.last,
    number,
    document,
  ])
  return true
}

function bytesOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
