import { endOfStep, type FeedAsked, lookedAt, type Outline } from '../../feed-step.ts'
import type { AuditEntry, FeedStep } from '../../storage.ts'
import type { Asked } from '../pool.ts'

/** Reads the trail by the numbers of the journal: whoever writes has the pen, so none comes later among those that stand. */
export async function feedOf(asked: Asked, step: FeedAsked): Promise<FeedStep> {
  const { after, collections } = step
  const { rows: lines } = await asked.query<Outline>(
    `SELECT journal, collection, octet_length(value) AS size FROM audit WHERE journal > $1
     ORDER BY journal, row LIMIT $2`,
    [after, lookedAt(step)],
  )
  const upto = endOfStep(lines, step)
  if (upto === null) return { entries: [], upto }
  const { rows: entries } = await asked.query<AuditEntry>(
    `SELECT journal, document, collection, record, path, "user", replica, at, stamp, value FROM audit
     WHERE journal > $1 AND journal <= $2 AND ($3::text[] = '{}' OR collection = ANY($3))
     ORDER BY journal, row`,
    [after, upto, collections],
  )
  return { entries, upto }
}
