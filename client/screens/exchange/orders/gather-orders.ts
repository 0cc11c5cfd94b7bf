import type { CollectionName } from '../../../../shared/collections.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import type { DataClient } from '../../../data/page/client.ts'
import { gatherKnown, know } from '../gather-known.ts'
import type { Reader } from '../reading/reader.ts'
import { idsOf, rowsInParts } from '../rows.ts'

/** What orders stand on besides what they refer to. */
const SMALL = ['kinds', 'states', 'reasons'] as const satisfies readonly CollectionName[]

/** Hands over to the reader what orders of a file may meet: buyers, goods, kinds, and those orders that were taken in before. */
export async function gatherOrders(data: DataClient, reader: Reader, underWay: UnderWay): Promise<void> {
  for (const collection of SMALL) {
    const { rows } = await data.once({ what: 'all', collection })
    await know(reader, collection, rows, underWay.signal)
  }
  await gatherKnown(data, reader, 'customers', underWay)
  await gatherKnown(data, reader, 'products', underWay)
  const met = await reader.ask({ ask: 'meet', orders: await idsOf(data, 'orders') }, underWay.signal)
  const rows: JsonObject[] = []
  for await (const part of rowsInParts(data, 'orders', met, underWay)) rows.push(...part)
  await know(reader, 'orders', rows, underWay.signal)
}
