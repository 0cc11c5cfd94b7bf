import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../../shared/customers/collections.ts'
import { shelfId, shelves } from '../../../shared/documents/shelves.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Held } from '../testing/device.ts'
import { eventually } from '../testing/eventually.ts'
import { QUARTER, sampleOrder, setUp } from '../testing/samples.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

const CUSTOMERS = 'customers/common'

let folder: string
let server: TestSync
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-upkeep-'))
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

function shelfOf(held: Held, rest: string) {
  return held.records(shelves).get(shelfId(`${server.company}/${rest}`))
}

test('J13: a shelf says of each document how many orders are open, of which days, and how far it is', async () => {
  server = await startSync({ folder })
  await setUp(server.sync.author)
  const device = await server.device('mira')
  const seen = await (await server.device('vera')).synced('shelves')
  await device.synced('setup')
  const held = await device.synced(QUARTER)
  const [first, second] = [sampleOrder({ date: Date.UTC(2026, 0, 5, 22) }), sampleOrder({ date: Date.UTC(2026, 1, 7) })]
  device.run('createOrder', first)
  device.run('createOrder', second)
  await eventually(() => shelfOf(seen, QUARTER)?.open).toBe(2)
  expect(shelfOf(seen, QUARTER)).toMatchObject({ document: held.name, from: '2026-01-06', to: '2026-02-07' })
  const before = shelfOf(seen, QUARTER)?.journal ?? 0
  device.run('moveOrder', { id: first.id, state: 'completed', completion: 'success' })
  await eventually(() => shelfOf(seen, QUARTER)?.open).toBe(1)
  expect(shelfOf(seen, QUARTER)?.journal).toBeGreaterThan(before)
  device.run('removeRecord', { collection: 'orders', id: second.id })
  await eventually(() => shelfOf(seen, QUARTER)?.open).toBe(0)
  const marks = await server.storage.documents()
  expect(shelfOf(seen, QUARTER)?.journal).toBe(marks.find((mark) => mark.document === held.name)?.last)
})

test('J13: personal documents and the shelves themselves have no shelf', async () => {
  server = await startSync({ folder })
  const device = await server.device('mira')
  const own = await device.synced('users/mira')
  device.run('createRecord', { collection: 'settings', id: 'mira', values: { language: 'ru' } })
  await device.saved(own)
  const list = await device.synced(CUSTOMERS)
  device.run('createRecord', { collection: 'customers', id: newId('common', Date.now()), values: { name: 'A' } })
  await device.saved(list)
  const seen = await device.synced('shelves')
  await eventually(() => shelfOf(seen, CUSTOMERS)?.open).toBe(0)
  expect([...seen.records(shelves).ids()]).toEqual([shelfId(`${server.company}/${CUSTOMERS}`)])
})

test('J13: what a sudden end left behind is put right at the next start', async () => {
  server = await startSync({ folder, shelfDelay: 3600_000 })
  await setUp(server.sync.author)
  const device = await server.device('mira')
  await device.synced('setup')
  const held = await device.synced(QUARTER)
  device.run('createOrder', sampleOrder())
  await device.saved(held)
  // A second server on a copy of the folder, as the disk stood when the first was killed.
  const copy = mkdtempSync(join(tmpdir(), 'voronka-copy-'))
  const database = new Database(join(folder, 'voronka.sqlite'))
  await database.backup(join(copy, 'voronka.sqlite'))
  database.close()
  const other = await startSync({ folder: copy })
  const seen = await (await other.device('mira')).synced('shelves')
  expect(seen.records(shelves).get(shelfId(held.name))?.open).toBe(1)
  await other.stop()
  rmSync(copy, { recursive: true })
})

test('J14: compaction while devices write changes nothing but the size', async () => {
  server = await startSync({ folder, compactAfter: 10 })
  const [one, two] = [await server.device('mira'), await server.device('max')]
  const [here, there] = [await one.synced(CUSTOMERS), await two.synced(CUSTOMERS)]
  const id = newId('common', Date.now())
  one.run('createRecord', { collection: 'customers', id, values: { name: '0' } })
  await one.saved(here)
  await eventually(() => there.records(customers).get(id)).not.toBeNull()
  for (let i = 1; i <= 60; i++) {
    const [by, held] = i % 2 ? [one, here] : [two, there]
    by.run('setRecord', { collection: 'customers', id, values: { name: String(i), note: 'x'.repeat(500) } })
    await by.saved(held)
  }
  await expect
    .poll(async () => (await server.storage.documents()).find((mark) => mark.document === here.name)?.rows)
    .toBeLessThan(10)
  const live = there.doc.getMap('customers').toJSON()
  const { state, updates, last } = await server.storage.load(here.name)
  expect(state?.length).toBeLessThan(3000)
  const doc = new Y.Doc()
  for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
  await eventually(() => there.doc.getMap('customers').toJSON()).toEqual(doc.getMap('customers').toJSON())
  expect(Object.keys(live)).toHaveLength(5)
  expect(last).toBeGreaterThanOrEqual(61)
  const trail = await server.storage.audit({ collection: 'customers', record: id }, null, 1000)
  expect(trail.entries.length).toBeGreaterThan(60)
  await server.stop()
  server = await startSync({ folder, compactAfter: 10 })
  const fresh = await (await server.device('vera')).synced(CUSTOMERS)
  expect(fresh.doc.getMap('customers').toJSON()).toEqual(doc.getMap('customers').toJSON())
  const old = await server.device('mira', one.options.replica)
  const held = old.attach(CUSTOMERS, here.doc)
  old.run('setRecord', { collection: 'customers', id, values: { name: 'after' } })
  await eventually(() => fresh.records(customers).get(id)?.name).toBe('after')
  expect(held.reasons).toEqual([])
})

test('J14: where updates are missing nothing is thrown away, and other documents are compacted after it', async () => {
  server = await startSync({ folder, compactAfter: 10 })
  const device = await server.device('mira')
  const [list, settings] = [await device.synced(CUSTOMERS), await device.synced('users/mira')]
  const write = async (held: Held, collection: string, id: string, count: number) => {
    for (let i = 0; i < count; i++) {
      held.doc.getMap(collection).set(`${id}/x${i}#${device.options.replica}`, `${device.clock.tick()} ${i}`)
      await device.saved(held)
    }
  }
  const rowsOf = async ({ name }: Held) =>
    (await server.storage.documents()).find(({ document }) => document === name)?.rows ?? 0
  const id = newId('common', Date.now())
  await write(list, 'customers', id, 2)
  const database = new Database(join(folder, 'voronka.sqlite'))
  database.exec(
    `DELETE FROM journal WHERE number = (SELECT min(number) FROM journal WHERE document LIKE '%/customers/%')`,
  )
  database.close()
  await write(list, 'customers', id, 10)
  await eventually(() => server.logged.map(({ msg }) => msg)).toContain('not compacted')
  expect(await rowsOf(list)).toBe(11)
  await write(settings, 'settings', 'mira', 12)
  await eventually(() => rowsOf(settings)).toBeLessThan(10)
  expect((await server.storage.load(list.name)).state).toBeNull()
})

test('J14: a large snapshot is made anew when a sixteenth of it has come, or ten times as many updates', async () => {
  server = await startSync({ folder, compactAfter: 10 })
  const device = await server.device('mira')
  const [list, settings] = [await device.synced(CUSTOMERS), await device.synced('users/mira')]
  const rowsOf = async ({ name }: Held) =>
    (await server.storage.documents()).find(({ document }) => document === name)?.rows ?? 0
  const id = newId('common', Date.now())
  let count = 0
  const write = async (held: Held, times: number, value = '1') => {
    const [collection, record] = held === list ? ['customers', id] : ['settings', 'mira']
    for (let i = 0; i < times; i++) {
      const key = `${record}/x${count++}#${device.options.replica}`
      held.doc.getMap(collection).set(key, `${device.clock.tick()} ${value}`)
      await device.saved(held)
    }
  }
  const large = JSON.stringify('x'.repeat(20_000))
  await write(list, 10, large)
  await eventually(() => rowsOf(list)).toBe(0)
  await write(list, 30)
  // Snapshots are made one at a time, in the order in which documents were written.
  await write(settings, 10)
  await eventually(() => rowsOf(settings)).toBe(0)
  expect(await rowsOf(list)).toBe(30)
  await write(list, 1, large)
  await eventually(() => rowsOf(list)).toBe(0)
  await write(list, 100)
  await eventually(() => rowsOf(list)).toBe(0)
})

test('J15: a document that is damaged on the disk is not served, the others are', async () => {
  server = await startSync({ folder })
  await setUp(server.sync.author)
  const device = await server.device('mira')
  await device.synced('setup')
  const held = await device.synced(QUARTER)
  const order = sampleOrder()
  device.run('createOrder', order)
  await device.saved(held)
  await server.stop()
  const database = new Database(join(folder, 'voronka.sqlite'))
  database.exec(`UPDATE journal SET "update" = x'00' WHERE document LIKE '%/orders/%'`)
  database.close()
  server = await startSync({ folder })
  const again = await server.device('mira')
  const [bad, alsoBad] = [again.attach(QUARTER), (await server.device('max')).attach(QUARTER)]
  await eventually(() => [...bad.reasons, ...alsoBad.reasons]).toEqual(['document-damaged', 'document-damaged'])
  expect(server.logged.map((line) => line.code)).toContain('document-damaged')
  const list = await again.synced(CUSTOMERS)
  again.run('createRecord', { collection: 'customers', id: newId('common', Date.now()), values: { name: 'A' } })
  await again.saved(list)
  expect(bad.records(orders).get(order.id)).toBeNull()
  await again.again(list)
})
