import type { HistoryPage } from '../../../shared/accounts/api.ts'
import { collectionNamed } from '../../../shared/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { Failure } from '../../../shared/errors.ts'
import { historyOf } from '../../../shared/records/reading/history.ts'
import type { AuditedRecord } from '../../storage/storage.ts'
import { keyOf, pathsAround, wroteOf } from '../../trail/telling.ts'
import { sessionFor } from '../guard/caller.ts'
import { readable } from '../guard/readable.ts'
import type { App, Room } from '../ports.ts'

/** So many writes are told of at once, and those that were made with the last of them. */
const PAGE = 100

/** A record's history from the audit trail, for whoever may read the document that holds it. */
export function historyRoutes(app: App, room: Room): void {
  app.get('/api/records/:collection/:id/history', async (c) => {
    const { account } = await sessionFor(room, c)
    const { collection: name, id } = c.req.param()
    const collection = collectionNamed(name)
    if (!collection) throw new Failure('document-unknown', { id })
    readable(room.company, nameOf(room.company, collection.family, id), account)
    return c.json(await pageOf(room.trail, { collection: name, record: id }, c.req.query('before') ?? null))
  })
}

function nameOf(company: string, family: string, id: string): string {
  try {
    return documentOf(company, family, id)
  } catch (cause) {
    throw new Failure('document-unknown', { id }, { cause })
  }
}

/**
 * A page of the trail from its end, or from before a stamp, each write with what stood before it: found among the last
 * earlier writes to the paths that the page has, and to what they stand in.
 */
async function pageOf({ audit, standing }: Room['trail'], record: AuditedRecord, before: string | null) {
  const { entries, more } = await audit(record, before, PAGE)
  const since = entries.at(-1)?.stamp ?? ''
  const around = await standing(record, new Set(entries.flatMap(({ path }) => pathsAround(path))), since)
  const arrivals = new Map(entries.map((entry) => [keyOf(entry), entry.at]))
  const all = new Map([...around, ...entries].map((entry) => [keyOf(entry), entry]))
  const told = historyOf([...all.values()].flatMap(wroteOf)).told.filter((one) => arrivals.has(keyOf(one)))
  const writes = told.map((one) => ({ ...one, arrived: arrivals.get(keyOf(one)) ?? 0 }))
  return { writes, next: more ? since : null } satisfies HistoryPage
}
