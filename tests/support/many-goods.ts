import { COMMON } from '../../shared/documents/families.ts'
import { products } from '../../shared/goods/collections.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { serviceDevice } from '../faults/support/company.ts'
import type { TestServer } from './server.ts'

/** So many are written at once. */
const PART = 1_000

/** Makes so many goods, each of its own price, on a server that has a company. */
export async function manyGoods(server: TestServer, count: number): Promise<void> {
  const service = await serviceDevice(server, 'cli')
  const goods = await service.synced('goods')
  for (let made = 0; made < count; made += PART) {
    service.act((tx) => {
      for (let at = made; at < Math.min(made + PART, count); at++) {
        const id = newId(COMMON, Date.now())
        tx.create(products, id, { name: `Product ${at + 1}`, type: 'goods', unit: 'шт', price: 100_00 + at })
      }
    })
  }
  await service.saved(goods)
  service.close()
}
