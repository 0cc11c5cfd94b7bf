import type { CollectionName } from '../../../shared/collections.ts'
import type { LaidOut } from '../../../shared/importing/layout/layout.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import type { DataClient } from '../../data/page/client.ts'
import { isHead, type ListQuery } from '../../data/queries/query.ts'
import type { Reader } from './reading/reader.ts'

/** So many records are handed on at a time: a moment each. */
const PART = 500
/** Not the first part. */
const MORE = 1
/** Small collections, which what is taken in may refer to. */
const SMALL = ['company', 'organisations', 'departments', 'people'] as const satisfies readonly CollectionName[]

/** Hands over to the reader what the company has that rows may meet, part by part. */
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
    const { rows, count } = await data.once(windowOf(what, from))
    await reader.ask({ ask: 'know', collection: what, from, rows: rows.filter((row) => !isHead(row)) }, signal)
    total = count
    onProgress({ done: Math.min(from + PART, total), total, way: 'forth' })
  }
  await gatherRemoved(data, reader, what, signal)
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

/** Of those that were removed, all that matters is that they were. */
async function gatherRemoved(data: DataClient, reader: Reader, collection: LaidOut, signal: AbortSignal) {
  for (let from = 0, total = 1; from < total; from += PART) {
    const asked = { what: 'trash', collection, search: '', from, to: from + PART } as const
    const { rows, count } = await data.once(asked)
    const removed = rows.map(({ item }) => ({ id: item.id, gone: true, name: null }))
    await reader.ask({ ask: 'know', collection, from: MORE, rows: removed }, signal)
    total = count
  }
}

function windowOf(collection: LaidOut, from: number): ListQuery {
  return { what: 'list', collection, filter: [], search: '', sort: [], group: [], from, to: from + PART }
}
