import type { CollectionName } from '../../../../shared/collections.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import type { DataClient } from '../../../data/page/client.ts'
import { idsOf, rowsInParts } from '../rows.ts'

/** Writes all records of a collection part by part, as the list of all has them; gives the texts, and how many there are. */
export async function writeEvery(
  data: DataClient,
  collection: CollectionName,
  write: (rows: readonly JsonObject[]) => string | Promise<string>,
  underWay: UnderWay,
): Promise<{ readonly count: number; readonly texts: readonly string[] }> {
  const ids = await idsOf(data, collection)
  const texts: string[] = []
  for await (const rows of rowsInParts(data, collection, ids, underWay)) texts.push(await write(rows))
  return { count: ids.length, texts }
}
