import type { CollectionName } from '../../../../shared/collections.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import type { DataClient } from '../../../data/page/client.ts'
import type { ListQuery } from '../../../data/queries/query.ts'

/** So many records are asked for at a time. */
const PART = 50

/** Rows of records by id, as they are here; asked for at once. */
export async function rowsOf(data: DataClient, collection: CollectionName, ids: readonly string[]) {
  const answers = await Promise.all(ids.map((id) => data.once({ what: 'record', collection, id })))
  return answers.flatMap(({ row }): JsonObject[] => (row ? [row] : []))
}

/** Writes all records of a collection part by part, as the list of all has them; gives the texts, and how many there are. */
export async function writeEvery(
  data: DataClient,
  collection: CollectionName,
  write: (rows: readonly JsonObject[]) => string | Promise<string>,
  { onProgress, signal }: UnderWay,
): Promise<{ readonly count: number; readonly texts: readonly string[] }> {
  const { ids } = await data.once({ what: 'ids', list: allOf(collection), between: null })
  const texts: string[] = []
  for (let from = 0; from < ids.length; from += PART) {
    onProgress({ done: from, total: ids.length, way: 'forth' })
    texts.push(await write(await rowsOf(data, collection, ids.slice(from, from + PART))))
    signal.throwIfAborted()
  }
  return { count: ids.length, texts }
}

function allOf(collection: CollectionName): ListQuery {
  return { what: 'list', collection, filter: [], search: '', sort: [], group: [], from: 0, to: 0 }
}
