import type { CollectionName } from '../../../shared/collections.ts'
import type { LaidOut } from '../../../shared/importing/layout/layout.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import type { DataClient } from '../../data/page/client.ts'
import type { Reader } from './reading/reader.ts'

/** So many records are handed on at a time: a moment each. */
const PART = 500
/** Small collections, which what is taken in may refer to. */
const SMALL = ['company', 'organisations', 'departments', 'people'] as const satisfies readonly CollectionName[]

/** Hands over to the reader what the company has that rows may meet, part by part; removed records too. */
export async function gatherKnown(
  data: DataClient,
  reader: Reader,
  what: LaidOut,
  { onProgress, signal }: UnderWay,
): Promise<void> {
  for (const collection of SMALL) {
    const { rows } = await data.once({ what: 'all', collection })
    await know(reader, collection, rows, signal)
  }
  if (what !== 'customers' && what !== 'products') return
  for (let from = 0, total = 1; from < total; from += PART) {
    const { rows, count } = await data.once({ what: 'all', collection: what, part: { from, to: from + PART } })
    await reader.ask({ ask: 'know', collection: what, from, rows: rows.filter(standsByItself) }, signal)
    total = count
    onProgress({ done: Math.min(from + PART, total), total, way: 'forth' })
  }
}

/** Hands over all records of a collection that is small. */
export async function know(
  reader: Reader,
  collection: CollectionName,
  rows: readonly object[],
  signal: AbortSignal,
): Promise<void> {
  await reader.ask({ ask: 'know', collection, from: 0, rows }, signal)
}

/** A customer that was merged into another means that one: no row is to meet it beside that. */
function standsByItself({ mergedInto }: JsonObject): boolean {
  return (mergedInto ?? null) === null
}
