import type { CollectionName } from '../../../shared/collections.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import type { DataClient } from '../../data/page/client.ts'
import type { RowOf } from '../../data/queries/answer-to.ts'
import type { ListQuery, RecordQuery } from '../../data/queries/query.ts'

/** So many records are asked for at a time. */
const PART = 50

/** Rows of records by id, as they are here; asked for at once. */
export async function rowsOf<C extends CollectionName>(data: DataClient, collection: C, ids: readonly string[]) {
  const asked = ids.map((id): RecordQuery => ({ what: 'record', collection, id }))
  const answers = await Promise.all(asked.map((query) => data.once(query)))
  // The worker reads rows as their collection declares them.
  return answers.flatMap(({ row }) => (row ? [row as unknown as RowOf<C>] : []))
}

/** Ids of all records of a collection, in the order of its list. */
export async function everyId(data: DataClient, collection: CollectionName): Promise<readonly string[]> {
  return (await data.once({ what: 'ids', list: allOf(collection), between: null })).ids
}

/** Writes records of a collection part by part; gives the texts, and how many records there are. */
export async function writeRows<C extends CollectionName>(
  data: DataClient,
  collection: C,
  ids: readonly string[],
  write: (rows: readonly RowOf<C>[]) => string | Promise<string>,
  { onProgress, signal }: UnderWay,
): Promise<{ readonly count: number; readonly texts: readonly string[] }> {
  const texts: string[] = []
  let count = 0
  for (let from = 0; from < ids.length; from += PART) {
    onProgress({ done: from, total: ids.length, way: 'forth' })
    const rows = await rowsOf(data, collection, ids.slice(from, from + PART))
    count += rows.length
    texts.push(await write(rows))
    signal.throwIfAborted()
  }
  return { count, texts }
}

function allOf(collection: CollectionName): ListQuery {
  return { what: 'list', collection, filter: [], search: '', sort: [], group: [], from: 0, to: 0 }
}
