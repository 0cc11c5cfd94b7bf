import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { shelfId, shelves } from '../../../shared/documents/shelves.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { type Postgres, startPostgres } from '../../../tests/support/databases/postgres.ts'
import type { Device, Held } from '../testing/device.ts'
import { eventually } from '../testing/eventually.ts'
import { QUARTER, sampleOrder, setUp } from '../testing/samples.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

let database: Postgres
let url: string
let one: TestSync
let other: TestSync
beforeAll(async () => {
  database = await startPostgres()
})
afterAll(() => database.close())
beforeEach(async () => {
  url = await database.create()
  one = await startSync({ databaseUrl: url })
  other = await startSync({ databaseUrl: url })
  await setUp(one.sync.author)
})
afterEach(async () => {
  await Promise.all([one.stop(), other.stop()])
})

/** A device at a server that has the company's set-up and the quarter. */
async function at(server: TestSync, user: string): Promise<readonly [Device, Held]> {
  const device = await server.device(user)
  await device.synced('setup')
  return [device, await device.synced(QUARTER)]
}

test('J22: an order goes from a device at one server to one at the other, with its number', async () => {
  const [mira, here] = await at(one, 'mira')
  const [, there] = await at(other, 'max')
  const order = sampleOrder()
  mira.run('createOrder', order)
  await mira.saved(here)
  await eventually(() => there.records(orders).get(order.id)?.number).toBe('ЗК-0001')
})

test('J21, J11: at both servers at once numbers stay unique, and both end with the same', async () => {
  const devices = await Promise.all([at(one, 'mira'), at(other, 'max'), at(one, 'adam'), at(other, 'olga')])
  const ids = devices.flatMap(([device]) =>
    Array.from({ length: 15 }, () => {
      const order = sampleOrder()
      device.run('createOrder', order)
      return order.id
    }),
  )
  await Promise.all(devices.map(([device, held]) => device.saved(held)))
  const numbers = (held: Held) => ids.map((id) => held.records(orders).get(id)?.number ?? '')
  for (const [, held] of devices) await eventually(() => new Set(numbers(held)).size).toBe(60)
  const [first, ...rest] = devices.map(([, held]) => held.doc.getMap('orders').toJSON())
  for (const state of rest) expect(state).toEqual(first)
})

test('J21: what one server has taken counts at the other, before it is heard of there', async () => {
  const [mira, here] = await at(one, 'mira')
  const order = sampleOrder()
  mira.run('createOrder', order)
  await mira.saved(here)
  // The same replica with another copy of its own makes the record again, at the server that has not opened it yet.
  const again = await other.device('mira', mira.options.replica)
  await again.synced('setup')
  const held = again.attach(QUARTER)
  again.run('createOrder', { ...order, fields: { ...order.fields, note: 'another' } })
  await eventually(() => held.reasons).toContain('refused:update-rewrites')
})

test('a device that goes on at the other server loses nothing and repeats nothing', async () => {
  const [mira, here] = await at(one, 'mira')
  const [, there] = await at(other, 'max')
  const order = sampleOrder()
  mira.run('createOrder', order)
  await mira.saved(here)
  mira.close()
  const moved = await other.device('mira', mira.options.replica)
  await moved.synced('setup')
  const held = moved.attach(QUARTER, here.doc)
  await eventually(() => held.provider.isSynced).toBe(true)
  moved.run('setOrder', { id: order.id, fields: { note: 'from the other' } })
  await moved.saved(held)
  await eventually(() => there.records(orders).get(order.id)?.note).toBe('from the other')
  const { updates } = await one.storage.load(held.name)
  expect(updates).toHaveLength(3)
})

test('J23: the keeper keeps the shelves for both; when it ends the other does', async () => {
  const [max, there] = await at(other, 'max')
  const shelf = await max.synced('shelves')
  const order = sampleOrder()
  max.run('createOrder', order)
  await max.saved(there)
  await eventually(() => shelf.records(shelves).get(shelfId(there.name))?.open).toBe(1)
  await one.sync.stop()
  max.run('createOrder', sampleOrder())
  await max.saved(there)
  await eventually(() => shelf.records(shelves).get(shelfId(there.name))?.open).toBe(2)
})

test('J25: a server that nobody writes to knows when storage is gone, and when it is back', async () => {
  await database.kill()
  await eventually(() => other.sync.health().ok).toBe(false)
  await database.restart()
  await eventually(() => other.sync.health().ok).toBe(true)
})

test('J19, J22: a document that one server packs is fetched anew from the other', async () => {
  const [mira, here] = await at(one, 'mira')
  const [, there] = await at(other, 'max')
  mira.run('createOrder', sampleOrder())
  await mira.saved(here)
  await eventually(() => there.doc.getMap('orders').size).toBe(here.doc.getMap('orders').size)
  const stored = await one.storage.load(here.name)
  const { packed } = await import('../upkeep/compact.ts')
  const generation = '0zzzzzzzz000server'
  expect(await one.storage.pack(here.name, stored, { generation, state: packed(stored, generation) })).toBe(true)
  await eventually(() => there.reasons).toContain('refused:document-packed')
  await eventually(() => here.reasons).toContain('refused:document-packed')
})

test('J14, J22: a snapshot that another server made is taken for its rows', async () => {
  const [, there] = await at(other, 'max')
  const [mira, here] = await at(one, 'mira')
  mira.run('createOrder', sampleOrder())
  await mira.saved(here)
  const stored = await one.storage.load(here.name)
  const { compacted } = await import('../upkeep/compact.ts')
  await one.storage.compact(here.name, stored, compacted(stored))
  await eventually(() => there.doc.getMap('orders').toJSON()).toEqual(here.doc.getMap('orders').toJSON())
})
