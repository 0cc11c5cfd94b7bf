import type { HistoryPage } from '../../../shared/accounts/api.ts'
import { collectionNamed } from '../../../shared/collections.ts'
import { documentOf, mayRead, parseDocument } from '../../../shared/documents/documents.ts'
import type { Who } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { parseJson } from '../../../shared/records/declarations/value.ts'
import { historyOf, type Wrote } from '../../../shared/records/reading/history.ts'
import type { AuditEntry } from '../../storage/storage.ts'
import { sessionFor } from '../guard/caller.ts'
import type { App, Room } from '../ports.ts'

/** So many writes are told of at once. */
const PAGE = 100

/** A record's history from the audit trail, for whoever may read the document that holds it. */
export function historyRoutes(app: App, room: Room): void {
  app.get('/api/records/:collection/:id/history', async (c) => {
    const { account } = await sessionFor(room, c)
    const { collection: name, id } = c.req.param()
    const collection = collectionNamed(name)
    if (!collection) throw new Failure('document-unknown', { id })
    checkRead(room.company, collection, id, account)
    return c.json(pageOf(await room.audit(name, id), c.req.query('before')) satisfies HistoryPage)
  })
}

/** Failures document-unknown, role-forbids. */
function checkRead(company: string, { family }: Collection, id: string, who: Who): void {
  const document = parseDocument(nameOf(company, family, id), Date.now())
  if (!document) throw new Failure('document-unknown', { id })
  if (!mayRead(document, who)) throw new Failure('role-forbids', { document: document.name })
}

function nameOf(company: string, family: string, id: string): string {
  try {
    return documentOf(company, family, id)
  } catch (cause) {
    throw new Failure('document-unknown', { id }, { cause })
  }
}

/** The latest writes, or those before a stamp. What stood before each is found in the whole trail. */
function pageOf(trail: readonly AuditEntry[], before: string | undefined): HistoryPage {
  const arrivals = new Map(trail.map(({ path, stamp, at }) => [`${stamp} ${path}`, at]))
  const { told } = historyOf(trail.flatMap(wroteOf))
  const rest = before === undefined ? told : told.filter(({ stamp }) => stamp < before)
  const writes = rest.slice(0, PAGE)
  const last = writes.at(-1)
  return {
    writes: writes.map((one) => ({ ...one, arrived: arrivals.get(`${one.stamp} ${one.path}`) ?? 0 })),
    next: rest.length > PAGE && last ? last.stamp : null,
  }
}

function wroteOf({ path, stamp, value }: AuditEntry): Wrote[] {
  const read = parseJson(value)
  return read === undefined ? [] : [{ path, stamp, value: read }]
}
