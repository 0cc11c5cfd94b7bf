import type { AuditEntry, AuditedRecord, AuditPage, RefusalRow } from '../../storage.ts'
import { type Asked, storable } from '../pool.ts'

const KEPT_REFUSALS = 10_000
/** Behind every stamp: they are of digits and letters. */
const END = '~'
const ENTRY = 'SELECT journal, document, collection, record, path, "user", replica, at, stamp, value FROM audit'
const OF_RECORD = 'collection = $1 AND record = $2'

/** What is read by people only: the refusals and the audit trail of a record. */
export function trails(asked: Asked) {
  return {
    async addRefusal({ at, document, user, replica, code, cause, bytes }: RefusalRow): Promise<void> {
      const texts = [document, user, replica, code, cause].map(storable)
      const { rows } = await asked.query<{ id: number }>(
        `INSERT INTO refusals (document, "user", replica, code, cause, at, bytes)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [...texts, at, bytes],
      )
      await asked.query('DELETE FROM refusals WHERE id <= $1', [(rows[0]?.id ?? 0) - KEPT_REFUSALS])
    },
    async refusals(limit: number): Promise<readonly RefusalRow[]> {
      const { rows } = await asked.query<RefusalRow>(
        'SELECT at, document, "user", replica, code, cause, bytes FROM refusals ORDER BY id DESC LIMIT $1',
        [limit],
      )
      return rows
    },
    audit: (record: AuditedRecord, before: string | null, limit: number) =>
      auditPage(asked, record, before ?? END, limit),
    standing: (record: AuditedRecord, paths: Iterable<string>, before: string) =>
      standingOf(asked, record, [...paths], before),
  }
}

async function auditPage(
  asked: Asked,
  { collection, record }: AuditedRecord,
  before: string,
  limit: number,
): Promise<AuditPage> {
  const of = [collection, record]
  const ends = await asked.query<{ stamp: string }>(
    `SELECT stamp FROM audit WHERE ${OF_RECORD} AND stamp < $3 ORDER BY stamp DESC LIMIT 1 OFFSET $4::bigint - 1`,
    [...of, before, limit],
  )
  const since = ends.rows[0]?.stamp ?? ''
  const { rows: entries } = await asked.query<AuditEntry>(
    `${ENTRY} WHERE ${OF_RECORD} AND stamp >= $3 AND stamp < $4 ORDER BY stamp DESC, path DESC`,
    [...of, since, before],
  )
  if (since === '') return { entries, more: false }
  const earlier = await asked.query(`SELECT 1 FROM audit WHERE ${OF_RECORD} AND stamp < $3 LIMIT 1`, [...of, since])
  return { entries, more: earlier.rowCount !== 0 }
}

/** The lines that stood before a stamp, of all paths at once: of the empty one the first, of each other the last. */
export async function standingOf(
  asked: Asked,
  { collection, record }: AuditedRecord,
  paths: readonly string[],
  before: string,
): Promise<AuditEntry[]> {
  const { rows } = await asked.query<AuditEntry>(
    `SELECT found.* FROM unnest($3::text[]) WITH ORDINALITY AS wanted (path, place) CROSS JOIN LATERAL (
       (${ENTRY} WHERE ${OF_RECORD} AND wanted.path = '' AND path = '' ORDER BY stamp LIMIT 1)
       UNION ALL
       (${ENTRY} WHERE ${OF_RECORD} AND wanted.path <> '' AND path = wanted.path AND stamp < $4 ORDER BY stamp DESC LIMIT 1)
     ) found ORDER BY wanted.place`,
    [collection, record, paths, before],
  )
  return rows
}
