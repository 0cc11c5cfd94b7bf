import type { CollectionName } from '../../../shared/collections.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import type { DataClient } from '../../data/page/client.ts'
import type { ListQuery } from '../../data/queries/query.ts'

/** So many records are asked for at a time. */
const PART = 50

/** The ids of all records of a collection that its list shows. */
export async function idsOf(data: DataClient, collection: CollectionName): Promise<readonly string[]> {
  const all = { filter: [], search: '', sort: [], group: [], from: 0, to: 0 }
  const list: ListQuery = { what: 'list', collection, ...all }
  return (await data.once({ what: 'ids', list, between: null })).ids
}

/** Rows of records by id, as they are here; asked for at once. */
export async function rowsOf(data: DataClient, collection: CollectionName, ids: readonly string[]) {
  const answers = await Promise.all(ids.map((id) => data.once({ what: 'record', collection, id })))
  return answers.flatMap(({ row }): JsonObject[] => (row ? [row] : []))
}

/** Rows of many records, one part after the other; says how far that is, and hears its stop. */
export async function* rowsInParts(
  data: DataClient,
  collection: CollectionName,
  ids: readonly string[],
  { onProgress, signal }: UnderWay,
): AsyncGenerator<readonly JsonObject[]> {
  for (let from = 0; from < ids.length; from += PART) {
    onProgress({ done: from, total: ids.length, way: 'forth' })
    yield await rowsOf(data, collection, ids.slice(from, from + PART))
    signal.throwIfAborted()
  }
}
