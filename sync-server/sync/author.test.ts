import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { departments, people } from '../../shared/company/collections.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { Failure } from '../../shared/errors.ts'
import { orders } from '../../shared/orders/collections.ts'
import { createOrder } from '../../shared/orders/commands.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { RecordSet } from '../../shared/records/reading/record-set.ts'
import { eventually } from './testing/eventually.ts'
import { KIND, QUARTER, sampleOrder, setUp } from './testing/samples.ts'
import { startSync, type TestSync } from './testing/sync-server.ts'

let server: TestSync
beforeEach(async () => {
  server = await startSync()
})
afterEach(() => server.stop())

/** A document as it is stored. */
async function stored(rest: string): Promise<Y.Doc> {
  const { state, updates } = await server.storage.load(`${server.company}/${rest}`)
  const doc = new Y.Doc()
  for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  return doc
}

test('J10: the server writes its own fields, into documents that are open and that are not', async () => {
  const { author } = server.sync
  await author.write((tx) => tx.create(people, 'anna', { name: 'Anna', user: 'u1', role: 'owner' }))
  const held = await (await server.device('mira')).synced('setup')
  expect(held.records(people).get('anna')?.role).toBe('owner')
  await author.write((tx) => tx.set(people, 'anna', { role: 'admin' }))
  await eventually(() => held.records(people).get('anna')?.role).toBe('admin')
  expect(new RecordSet(await stored('setup'), people).get('anna')?.role).toBe('admin')
})

test('J10: it sees what it wrote, gives what the command gives, and writes nothing when the command fails', async () => {
  const { author } = server.sync
  const name = await author.write((tx) => {
    tx.create(departments, 'salon', { name: 'Salon' })
    return tx.get(departments, 'salon').name
  })
  expect(name).toBe('Salon')
  await expect(
    author.write((tx) => {
      tx.set(departments, 'salon', { name: 'Other' })
      throw new Failure('record-missing')
    }),
  ).rejects.toMatchObject({ code: 'record-missing' })
  expect(await author.write((tx) => tx.get(departments, 'salon').name)).toBe('Salon')
})

test('J10: many writes of one key at once, and beside a device, follow one another', async () => {
  const { author } = server.sync
  const device = await server.device('olga')
  const held = await device.synced('setup')
  await author.write((tx) => tx.create(departments, 'salon', { name: 'Salon' }))
  const writes = Array.from({ length: 50 }, (_, i) =>
    author.write((tx) => tx.set(departments, 'salon', { name: `Salon ${i}` })),
  )
  for (let i = 0; i < 20; i++)
    device.run('createRecord', { collection: 'departments', id: `d${i}`, values: { name: 'x' } })
  await Promise.all(writes)
  await device.saved(held)
  const doc = await stored('setup')
  expect(new RecordSet(doc, departments).get('salon')?.name).toBe('Salon 49')
  await eventually(() => held.records(departments).get('salon')?.name).toBe('Salon 49')
  expect(held.doc.getMap('departments').toJSON()).toEqual(doc.getMap('departments').toJSON())
})

test('J10: over restarts the server goes on upon its own values', async () => {
  await server.sync.author.write((tx) => tx.create(departments, 'salon', { name: '0' }))
  for (let i = 1; i < 4; i++) {
    const folder = server.folder
    await server.sync.stop()
    const again = await startSync({ folder })
    await again.sync.author.write((tx) => tx.set(departments, 'salon', { name: String(i) }))
    await again.stop()
  }
  expect(new RecordSet(await stored('setup'), departments).get('salon')?.name).toBe('3')
})

test('records of the past, in somebody’s name, numbered in the order in which they are written', async () => {
  await setUp(server.sync.author)
  const ids = [0, 1, 2].map((n) => newId(COMMON, Date.UTC(2016, 8, 1 + n)))
  await server.sync.author.write((tx, as) => {
    for (const [n, id] of ids.entries()) {
      as({ person: 'anna', at: Date.UTC(2016, 8, 1 + n) })
      createOrder(tx, { ...sampleOrder(), id })
    }
  })
  const set = new RecordSet(await stored('orders/common/2016Q3'), orders)
  expect(ids.map((id) => set.get(id)?.number)).toEqual(['ЗК-0001', 'ЗК-0002', 'ЗК-0003'])
  const order = set.get(ids[1] ?? '')
  expect([order?.madeAt, order?.moves[0]?.at, order?.moves[0]?.author]).toEqual([
    Date.UTC(2016, 8, 2),
    Date.UTC(2016, 8, 2),
    'anna',
  ])
  expect(order?.moves[0]?.kind).toBe(KIND)
})

test('thousands of records go in quickly', async () => {
  await setUp(server.sync.author)
  const started = performance.now()
  await server.sync.author.write((tx) => {
    for (let i = 0; i < 3000; i++) createOrder(tx, sampleOrder())
  })
  const ms = performance.now() - started
  const held = await (await server.device('mira')).synced(QUARTER)
  expect([...held.records(orders).ids()]).toHaveLength(3000)
  expect(held.records(orders).get([...held.records(orders).ids()][2999] ?? '')?.number).toBe('ЗК-3000')
  expect(ms).toBeLessThan(10_000)
})
