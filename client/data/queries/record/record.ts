import { COLLECTIONS } from '../../../../shared/collections.ts'
import type { RecordOf } from '../../../../shared/commands.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { writtenApart } from '../../../../shared/records/reading/overwritten.ts'
import type { ItemsChanged } from '../directory.ts'
import type { Ground } from '../ground.ts'
import type { LiveAnswer } from '../live-answer.ts'
import type { HistoryAnswer, HistoryQuery, RecordAnswer, RecordQuery } from '../query.ts'
import { knownHistory } from './known-history.ts'

/** A record, its document kept open while it is asked for. `due` is called when that is open. */
export function openRecord(ground: Ground, query: RecordQuery, due: () => void): LiveAnswer<RecordQuery> {
  return { ...watched(ground, query, due), answer: () => recordOf(ground, query) }
}

/** A record's history, as `openRecord`; it tells which writes the server has, too. */
export function openHistory(ground: Ground, query: HistoryQuery, due: () => void): LiveAnswer<HistoryQuery> {
  return { ...watched(ground, query, due), answer: () => historyOf(ground, query), hears: 'status' }
}

function watched(ground: Ground, query: RecordQuery | HistoryQuery, due: () => void) {
  const document = documentOf(ground, query)
  const unwatch = document === null ? null : ground.beside.watch(document, due)
  return { take: (changed: ItemsChanged) => isIn(changed, query), close: () => unwatch?.() }
}

/** Null for an id that names no document: there is no such record. */
export function documentOf({ documents }: Ground, { collection, id }: RecordOf): string | null {
  try {
    return documents.nameFor(COLLECTIONS[collection], id)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/** What was written apart is read in the document itself: until that is open, none is shown. */
function recordOf(ground: Ground, query: RecordQuery): RecordAnswer {
  const { collection, id } = query
  const document = ground.documents.find(documentOf(ground, query) ?? '')
  const writes = document?.records(COLLECTIONS[collection]).writes(id)
  return {
    what: 'record',
    row: ground.directory.row(collection, id) as JsonObject | null,
    item: ground.directory.item(collection, id),
    apart: writes ? writtenApart(writes) : [],
  }
}

function historyOf(ground: Ground, query: HistoryQuery): HistoryAnswer {
  const { collection, id } = query
  const document = ground.documents.find(documentOf(ground, query) ?? '')
  if (!document) return { what: 'history', writes: [] }
  const writes = document.records(COLLECTIONS[collection]).writes(id)
  return knownHistory(query, writes, ground.beside.unsent(document.name))
}

function isIn(changed: ItemsChanged, { collection, id }: RecordQuery | HistoryQuery): boolean {
  const ids = changed.get(collection)
  return ids === 'all' || (ids?.has(id) ?? false)
}
