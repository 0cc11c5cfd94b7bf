import { COMMON } from '../../shared/documents/families.ts'
import { quarterOf } from '../../shared/documents/quarter.ts'
import { newId } from '../../shared/records/keys/id.ts'
import type { Device } from '../../sync-server/sync/testing/device.ts'
import { serviceDevice } from '../faults/support/company.ts'
import type { TestServer } from './server.ts'

/** Lines of an order. */
const LINES = 50
const KIND = { id: 'sold', values: { name: 'Sold', sort: 'customer', states: { new: { place: 'a0' } } } } as const

/** Makes so many products, and ships each of them once on each of the days given (`2024-01-15`); the products' ids. */
export async function soldGoods(server: TestServer, count: number, days: readonly string[]): Promise<string[]> {
  const service = await serviceDevice(server, 'cli')
  const setUp = [await service.synced('setup'), await service.synced('goods')]
  const products = Array.from({ length: count }, () => newId(COMMON, Date.now()))
  service.run('createRecord', { collection: 'kinds', ...KIND })
  for (const [at, id] of products.entries()) {
    service.run('createRecord', { collection: 'products', id, values: { name: `Product ${at + 1}` } })
  }
  for (const held of setUp) await service.saved(held)
  for (const [quarter, some] of Map.groupBy(days, (day) => quarterOf(Date.parse(day)))) {
    const held = await service.synced(`orders/${COMMON}/${quarter}`)
    for (const day of some) {
      for (let from = 0; from < count; from += LINES) sell(service, products.slice(from, from + LINES), day)
      await service.saved(held)
    }
  }
  service.close()
  return products
}

function sell(service: Device, products: readonly string[], day: string): void {
  const date = Date.parse(day)
  const id = newId(COMMON, date)
  const lines = products.map((product) => ({ product, quantity: 2_000, price: 1_000_00 }))
  const start = { kind: KIND.id, state: 'new' }
  service.run('createOrder', { id, lines, start, fields: { sort: 'customer', posted: true, date } })
  service.run('ship', { id, date: day })
}
