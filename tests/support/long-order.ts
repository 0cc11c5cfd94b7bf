import { COMMON } from '../../shared/documents/families.ts'
import { quarterOf } from '../../shared/documents/quarter.ts'
import { type Product, products } from '../../shared/goods/collections.ts'
import { kinds } from '../../shared/orders/collections.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { serviceDevice } from '../faults/support/company.ts'
import type { TestServer } from './server.ts'

/** Makes a customer order of so many lines, of the company's own goods at 100.00 each, on a server that has a company; its id. */
export async function longOrder(server: TestServer, lines: number): Promise<string> {
  const service = await serviceDevice(server, 'agents')
  const [setup, goods] = [await service.synced('setup'), await service.synced('goods')]
  const kind = [...setup.records(kinds).rows()].find(({ sort, gone }) => sort === 'customer' && !gone)
  const own = [...goods.records(products).rows()].filter(({ gone }) => !gone)
  const held = await service.synced(`orders/${COMMON}/${quarterOf(Date.now())}`)
  const id = newId(COMMON, Date.now())
  service.run('createOrder', {
    id,
    fields: { sort: 'customer', posted: true },
    lines: Array.from({ length: lines }, (_, at) => lineOf(own[at % own.length], at)),
    start: { kind: kind?.id ?? '', state: kind?.states[0]?.id ?? '' },
  })
  await service.saved(held)
  service.close()
  return id
}

function lineOf(product: Product | undefined, at: number) {
  return {
    section: 'goods',
    product: product?.id ?? null,
    text: `Line ${at + 1}`,
    quantity: 1_000,
    price: 100_00,
  } as const
}
