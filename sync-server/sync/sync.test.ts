import { afterEach, expect, test } from 'vitest'
import { orders } from '../../shared/orders/collections.ts'
import { eventually } from './testing/eventually.ts'
import { QUARTER, sampleOrder, setUp } from './testing/samples.ts'
import { startSync, type TestSync } from './testing/sync-server.ts'

let server: TestSync
afterEach(() => server.stop())

test('an order goes from one device to another, numbered', async () => {
  server = await startSync()
  await setUp(server.sync.author)
  const [one, two] = [await server.device('mira'), await server.device('max')]
  await one.synced('setup')
  const [here, there] = [await one.synced(QUARTER), await two.synced(QUARTER)]
  const order = sampleOrder()
  one.run('createOrder', order)
  await one.saved(here)
  await eventually(() => there.records(orders).get(order.id)?.number).toBe('ЗК-0001')
  expect(here.records(orders).get(order.id)?.number).toBe('ЗК-0001')
})
