import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMPANY, company } from '../../../shared/company/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { invoices } from '../../../shared/orders/invoices/collections.ts'
import { plans } from '../../../shared/plans/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { Device, type Held } from '../testing/device.ts'
import { eventually } from '../testing/eventually.ts'
import { QUARTER, sampleOrder, setUp } from '../testing/samples.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

let folder: string
let server: TestSync
let device: Device
let held: Held
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-numbers-'))
  server = await startSync({ folder })
  await setUp(server.sync.author)
  device = await server.device('mira')
  await device.synced('setup')
  held = await device.synced(QUARTER)
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

function numberOf(id: string, of = held): string | null | undefined {
  return of.records(orders).get(id)?.number
}

async function numbered(
  change: Parameters<typeof sampleOrder>[0] = {},
  by = device,
): Promise<string | null | undefined> {
  const order = sampleOrder(change)
  by.run('createOrder', order)
  const own = by.open(orders, order.id)
  await eventually(() => numberOf(order.id, own)).toBeTruthy()
  return numberOf(order.id, own)
}

test('J11: each sort and each year counts for itself, by the order’s own date in the company’s zone', async () => {
  expect(await numbered()).toBe('ЗК-0001')
  expect(await numbered({ date: Date.UTC(2014, 5, 1) })).toBe('ЗК-0001')
  expect(await numbered({ date: Date.UTC(2014, 5, 2) })).toBe('ЗК-0002')
  // Half past eleven in the evening in London is the next year in Moscow.
  expect(await numbered({ date: Date.UTC(2014, 11, 31, 22) })).toBe('ЗК-0001')
  await server.sync.author.write((tx) => tx.create(company, COMPANY, { name: 'A', zone: 'America/New_York' }))
  expect(await numbered({ date: Date.UTC(2014, 11, 31, 22) })).toBe('ЗК-0003')
  expect(await numbered()).toBe('ЗК-0002')
  expect(await numbered({ sort: 'work' })).toBe('ЗН-0001')
})

test('J11: an imported number is kept, and the count goes on above it', async () => {
  const order = sampleOrder()
  device.act((tx) => tx.create(orders, order.id, { sort: 'customer', number: 'ЗК-0100' }))
  await device.saved(held)
  expect(await numbered()).toBe('ЗК-0101')
  expect(numberOf(order.id)).toBe('ЗК-0100')
  expect([...held.doc.getMap('orders').keys()]).not.toContain(`${order.id}/number#server`)
})

test('J11: devices that create at once have numbers of their own, without gaps; a removed order keeps its number', async () => {
  const other = await server.device('max')
  await other.synced('setup')
  await other.synced(QUARTER)
  const numbers = await Promise.all(Array.from({ length: 30 }, (_, i) => numbered({}, i % 2 ? device : other)))
  expect([...numbers].sort()).toEqual(Array.from({ length: 30 }, (_, i) => `ЗК-${String(i + 1).padStart(4, '0')}`))
  const [first] = held.records(orders).ids()
  device.run('removeRecord', { collection: 'orders', id: first ?? '' })
  expect(await numbered()).toBe('ЗК-0031')
})

test('J11: invoices count for themselves, beside the orders', async () => {
  expect(await numbered()).toBe('ЗК-0001')
  const ids = [1, 2, 3].map(() => newId('common', Date.now()))
  device.act((tx) => {
    for (const id of ids) tx.create(invoices, id, { date: tx.now() })
  })
  const numbers = () => ids.map((id) => held.records(invoices).get(id)?.number)
  await eventually(() => numbers().toSorted()).toEqual(['СЧ-0001', 'СЧ-0002', 'СЧ-0003'])
  expect(await numbered()).toBe('ЗК-0002')
})

test('J11: plans of sales count for themselves, by a bare number', async () => {
  const ids = [1, 2].map(() => newId('common', Date.now()))
  const span = { from: '2015-02-01', until: '2015-09-30', periodicity: 'byQuarter', first: 'byCategory' } as const
  const own = await device.synced(QUARTER.replace('orders', 'plans'))
  for (const id of ids) device.run('createPlan', { id, fields: span })
  await eventually(() => ids.map((id) => own.records(plans).get(id)?.number).toSorted()).toEqual(['1', '2'])
})

test('J11: a restart numbers an invoice that has none, too', async () => {
  const id = newId('common', Date.now())
  device.act((tx) => tx.create(invoices, id, { date: tx.now() }))
  await device.saved(held)
  await server.stop()
  const database = new Database(join(folder, 'voronka.sqlite'))
  database.exec(`DELETE FROM numbers; DELETE FROM counters; DELETE FROM audit WHERE path = 'number'`)
  database.close()
  server = await startSync({ folder })
  device = await server.device('mira')
  await device.synced('setup')
  held = await device.synced(QUARTER)
  const invoice = newId('common', Date.now())
  device.act((tx) => tx.create(invoices, invoice, { date: tx.now() }))
  await eventually(() => held.records(invoices).get(invoice)?.number).toBe('СЧ-0002')
  expect(held.records(invoices).get(id)?.number).toBe('СЧ-0001')
})

test('J11: the same order made twice has one number', async () => {
  const other = await server.device('max')
  await other.synced('setup')
  const there = await other.synced(QUARTER)
  const order = sampleOrder()
  device.run('createOrder', order)
  other.run('createOrder', order)
  await device.saved(held)
  await other.saved(there)
  await eventually(() => numberOf(order.id)).toBe('ЗК-0001')
  expect(await numbered()).toBe('ЗК-0002')
})

test('J11: a restart numbers what has none, and goes on counting', async () => {
  expect(await numbered()).toBe('ЗК-0001')
  const order = sampleOrder()
  device.run('createOrder', order)
  await device.saved(held)
  await server.stop()
  // As if the data came from elsewhere: the order stands in the journal, its number nowhere.
  const database = new Database(join(folder, 'voronka.sqlite'))
  database.exec(
    `DELETE FROM numbers WHERE "order" = '${order.id}'; DELETE FROM audit WHERE path = 'number' AND record = '${order.id}'`,
  )
  database.exec('UPDATE counters SET last = 1')
  database.close()
  server = await startSync({ folder })
  device = await server.device('mira')
  held = await device.synced(QUARTER)
  await device.synced('setup')
  expect(numberOf(order.id)).toBe('ЗК-0002')
  expect(await numbered()).toBe('ЗК-0003')
})

test('J12: a move that was made by a clock that is ahead has its arrival, others have none', async () => {
  const day = 24 * 3600_000
  const ahead = new Device({
    ...device.options,
    replica: await server.storage.addReplica('mira', '', 0),
    now: () => Date.now() + day,
  })
  await ahead.synced('setup')
  await ahead.synced(QUARTER)
  const [early, order] = [sampleOrder(), sampleOrder()]
  ahead.run('createOrder', early)
  device.run('createOrder', order)
  await eventually(() => held.records(orders).get(early.id)?.moves[0]?.arrived).toBeTruthy()
  const made = held.records(orders).get(early.id)?.moves[0]
  expect(Math.abs((made?.arrived ?? 0) - Date.now())).toBeLessThan(10_000)
  expect(held.records(orders).get(order.id)?.moves[0]?.arrived).toBeNull()
  const there = ahead.open(orders, order.id)
  await eventually(() => there.records(orders).get(order.id)?.number).toBeTruthy()
  ahead.run('moveOrder', { id: order.id, state: 'paid' })
  await expect
    .poll(
      () =>
        held
          .records(orders)
          .get(order.id)
          ?.moves.find((move) => move.state === 'paid')?.arrived,
    )
    .toBeTruthy()
  ahead.close()
})

test('an order whose sort is unknown has no number, and the next start does not stumble over it', async () => {
  const id = newId('common', Date.now())
  device.act((tx) => tx.create(orders, id, {}))
  await device.saved(held)
  await server.stop()
  // A later program may know that sort: it is looked for at every start.
  for (let start = 0; start < 2; start++) {
    server = await startSync({ folder })
    expect((await server.storage.unnumbered()).orders.map(({ order }) => order)).toEqual([id])
    if (start === 0) await server.stop()
  }
})
