import type { CollectionName } from '../../../../shared/collections.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import type { DataClient } from '../../../data/page/client.ts'
import type { ListQuery } from '../../../data/queries/query.ts'
import { gatherKnown, know } from '../gather-known.ts'
import type { Reader } from '../reading/reader.ts'

/** So many orders are asked for at a time. */
const PART = 50
/** What orders stand on besides what they refer to. */
const SMALL = ['kinds', 'states', 'reasons'] as const satisfies readonly CollectionName[]
const ALL: ListQuery = {
  ...{ what: 'list', collection: 'orders', filter: [], search: '', sort: [], group: [] },
  ...{ from: 0, to: 0 },
}

/** Hands over to the reader what orders of a file may meet: buyers, goods, kinds, and those orders that were taken in before. */
export async function gatherOrders(data: DataClient, reader: Reader, underWay: UnderWay): Promise<void> {
  for (const collection of SMALL) {
    const { rows } = await data.once({ what: 'all', collection })
    await know(reader, collection, rows, underWay.signal)
  }
  await gatherKnown(data, reader, 'customers', underWay)
  await gatherKnown(data, reader, 'products', underWay)
  const { ids } = await data.once({ what: 'ids', list: ALL, between: null })
  const met = await reader.ask({ ask: 'meet', orders: ids }, underWay.signal)
  await know(reader, 'orders', await rowsOf(data, met, underWay), underWay.signal)
}

async function rowsOf(data: DataClient, ids: readonly string[], { onProgress, signal }: UnderWay) {
  const rows: JsonObject[] = []
  for (let from = 0; from < ids.length; from += PART) {
    const some = ids.slice(from, from + PART)
    const answers = await Promise.all(some.map((id) => data.once({ what: 'record', collection: 'orders', id })))
    signal.throwIfAborted()
    for (const { row } of answers) if (row) rows.push(row)
    onProgress({ done: Math.min(from + PART, ids.length), total: ids.length, way: 'forth' })
  }
  return rows
}
