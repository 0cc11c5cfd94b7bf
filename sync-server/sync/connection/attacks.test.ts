import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../../shared/customers/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { seeded } from '../../../tests/support/random.ts'
import { eventually } from '../testing/eventually.ts'
import { openRawLine, type RawLine } from '../testing/raw-line.ts'
import { QUARTER, sampleOrder, setUp } from '../testing/samples.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

let server: TestSync
const lines: RawLine[] = []
beforeEach(async () => {
  server = await startSync()
  await setUp(server.sync.author)
})
afterEach(async () => {
  for (const line of lines.splice(0)) line.close()
  await server.stop()
})

/** A client of the user's that holds to no rule, let in to a document under a replica of its own. */
async function rough(user: string, rest: string): Promise<{ line: RawLine; name: string }> {
  const line = await openRawLine(server.url, user)
  lines.push(line)
  const name = `${server.company}/${rest}`
  line.auth(name, `replica:${await server.storage.addReplica(user, 'rough', Date.now())}`)
  await eventually(() => line.heard).toContain('auth')
  line.sync(name, 1, Uint8Array.of(0, 0))
  return { line, name }
}

test('J6: a client that floods with questions, odd frames and garbage does not stop the others', async () => {
  const max = await server.device('max')
  const held = await max.synced('customers/common')
  const { line, name } = await rough('mira', 'customers/common')
  const random = seeded(7)
  const junk = () => Uint8Array.from({ length: 64 }, () => Math.floor(random() * 256))
  for (let i = 0; i < 20_000; i++) line.stateless(name, 'time')
  for (let i = 0; i < 5000; i++) line.stateless(`${server.company}/nobody/${i}`, 'time')
  for (let i = 0; i < 300; i++) line.sync(name, 2, junk())
  const began = performance.now()
  max.act((tx) => tx.create(customers, newId('common', Date.now()), { name: 'in the flood' }))
  await max.saved(held)
  expect(performance.now() - began).toBeLessThan(20_000)
  await eventually(() => line.heard.join('\n')).toMatch(/close:refused:update-|end:4400/)
  const noise = await rough('mira', 'customers/common')
  for (let i = 0; i < 50; i++) noise.line.bytes(junk())
  await eventually(() => noise.line.heard.join('\n')).toMatch(/end:4400/)
  expect((await server.storage.load(`${server.company}/customers/common`)).updates).toHaveLength(1)
  expect(server.sync.health().ok).toBe(true)
})

test('J3, J5: what was sent once and is sent again, by its writer or by another, changes nothing', async () => {
  const mira = await server.device('mira')
  await mira.synced('setup')
  const held = await mira.synced(QUARTER)
  const order = sampleOrder()
  mira.run('createOrder', order)
  await mira.saved(held)
  await eventually(() => held.records(orders).get(order.id)?.number).toBe('ЗК-0001')
  const name = `${server.company}/${QUARTER}`
  const all = Y.encodeStateAsUpdate(held.doc)
  const before = await server.storage.load(name)
  const record = { collection: 'orders', record: order.id }
  const trail = (await server.storage.audit(record, null, 1000)).entries.length
  for (const user of ['mira', 'max']) {
    const { line } = await rough(user, QUARTER)
    for (let i = 0; i < 20; i++) line.sync(name, 2, all.slice())
    line.stateless(name, 'mark:1')
    await eventually(() => line.heard).toContain('stateless:marked:1')
  }
  expect((await server.storage.load(name)).last).toBe(before.last)
  expect((await server.storage.audit(record, null, 1000)).entries).toHaveLength(trail)
  expect(held.records(orders).get(order.id)?.number).toBe('ЗК-0001')
})
