import { setImmediate } from 'node:timers/promises'
import * as v from 'valibot'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { mayRead, parseDocument } from '../../../shared/documents/documents.ts'
import type { Who } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import { parseJson } from '../../../shared/records/declarations/value.ts'
import { historyOf } from '../../../shared/records/reading/history.ts'
import { maySearchTrail, type TrailPage, type TrailRow, type TrailSearch } from '../../../shared/trail/search.ts'
import type { AuditedRecord, TrailEntry, TrailPlace } from '../../storage/storage.ts'
import { beforeOf, pathsAround, wroteOf } from '../../trail/telling.ts'
import { sessionFor } from '../guard/caller.ts'
import type { App, Room } from '../ports.ts'

/** So many writes are told of at once. */
const PAGE = 100
/** Looking takes no longer in one request, ms; whoever asked goes on with the next. */
const LONG = 1000
/** So many lines are taken into the index of words at once. */
const INDEXED = 200
/** Behind every stamp: they are of digits and letters. */
const END = '~'
/** What of a record says where its card stands and what it is called. */
const NAMING = ['name', 'number', 'sort'] as const

const word = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/))
const moment = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const query = v.object({
  user: v.nullish(word, null),
  replica: v.nullish(word, null),
  collection: v.nullish(v.picklist(Object.keys(COLLECTIONS) as CollectionName[]), null),
  record: v.nullish(word, null),
  field: v.nullish(word, null),
  from: v.nullish(moment, null),
  to: v.nullish(moment, null),
  text: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  before: v.nullish(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,16}-\d{1,16}$/),
      v.transform((text): TrailPlace => {
        const [at = 0, row = 0] = text.split('-').map(Number)
        return { at, row }
      }),
    ),
    null,
  ),
})

/** The whole audit trail, for who may search it. */
export function trailRoutes(app: App, room: Room): void {
  app.get('/api/trail', async (c) => {
    const { account } = await sessionFor(room, c)
    if (!maySearchTrail(account.role)) throw new Failure('role-forbids')
    const { success, issues, output } = v.safeParse(query, c.req.query())
    if (!success) throw new Failure('request-shape', { field: v.getDotPath(issues[0]) ?? '' })
    const { before, ...search } = output
    return c.json(await pageOf(room.trail, search, before, account))
  })
}

/** Looks step by step, and lets others work between them, until a page is full or it takes long. */
async function pageOf(
  trail: Room['trail'],
  search: TrailSearch,
  before: TrailPlace | null,
  who: Who,
): Promise<TrailPage> {
  const late = performance.now() + LONG
  const isLate = () => performance.now() > late
  if (search.text !== '') while (!isLate() && (await trail.indexTrail(INDEXED))) await setImmediate()
  const found: TrailEntry[] = []
  let next = before
  do {
    const step = await trail.searchTrail(search, next, PAGE - found.length)
    found.push(...step.entries.filter((entry) => mayTell(entry, who)))
    next = step.next
    await setImmediate()
  } while (next && found.length < PAGE && !isLate())
  return {
    rows: await toldOf(trail, found),
    next: next ? `${next.at}-${next.row}` : null,
    reached: next ? next.at : null,
  }
}

/** What others keep for themselves is nobody else's to read, the owner's neither. */
function mayTell({ document }: TrailEntry, who: Who): boolean {
  const known = parseDocument(document, Date.now())
  return known !== null && mayRead(known, who)
}

async function toldOf(trail: Room['trail'], entries: readonly TrailEntry[]): Promise<TrailRow[]> {
  const items = new Map<string, Promise<TrailRow['item']>>()
  const itemOf = (entry: TrailEntry) => {
    const key = `${entry.collection} ${entry.record}`
    const item = items.get(key) ?? namedBy(trail, entry)
    items.set(key, item)
    return item
  }
  const rows: TrailRow[] = []
  for (const entry of entries) {
    const { row, at, user, replica, collection, record, path, stamp } = entry
    const before = beforeOf(entry, await trail.standing(entry, pathsAround(path), stamp))
    const told = { path, stamp, before, value: parseJson(entry.value) ?? null }
    rows.push({ id: String(row), at, user, replica, collection, record, ...told, item: await itemOf(entry) })
  }
  return rows
}

async function namedBy(trail: Room['trail'], of: AuditedRecord): Promise<TrailRow['item']> {
  const { present } = historyOf((await trail.standing(of, ['', ...NAMING], END)).flatMap(wroteOf))
  const [name = null, number = null, sort = null] = NAMING.map((field) => {
    const value = present.get(field)
    return typeof value === 'string' ? value : null
  })
  return { id: of.record, name, number, sort }
}
