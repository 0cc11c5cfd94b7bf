import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../../../shared/customers/collections.ts'
import { COMMON } from '../../../../shared/documents/families.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import type { Device } from '../../testing/device.ts'
import { eventually } from '../../testing/eventually.ts'
import { startSync, type TestSync } from '../../testing/sync-server.ts'

const CUSTOMERS = 'customers/common'

let server: TestSync
beforeEach(async () => {
  server = await startSync()
})
afterEach(() => server.stop())

function addCustomer(by: Device, name: string): string {
  const id = newId(COMMON, Date.now())
  by.run('createRecord', { collection: 'customers', id, values: { name } })
  return id
}

test('J9: detached and attached at once, with writes on their way, a document goes on', async () => {
  const [device, other] = [await server.device('mira'), await server.device('max')]
  const [held, there] = [await device.synced(CUSTOMERS), await other.synced(CUSTOMERS)]
  for (let i = 0; i < 20; i++) {
    const before = addCustomer(device, `before ${i}`)
    await device.again(held)
    const after = addCustomer(device, `after ${i}`)
    await device.saved(held)
    await eventually(() => there.records(customers).get(after)?.name).toBe(`after ${i}`)
    expect(there.records(customers).get(before)?.name).toBe(`before ${i}`)
  }
})

test('J9: after a refusal, what was sent before it was heard of does not end the next connection', async () => {
  const device = await server.device('mira')
  const held = await device.synced(CUSTOMERS)
  held.doc.getMap('customers').set('odd', 'x')
  for (let i = 0; i < 50; i++) addCustomer(device, `behind ${i}`)
  await eventually(() => held.reasons).toContain('refused:update-odd-key')
  for (let i = 0; i < 50; i++) addCustomer(device, `later ${i}`)
  held.provider.destroy()
  const fresh = await device.synced(CUSTOMERS)
  expect([...fresh.records(customers).ids()]).toEqual([])
  const id = addCustomer(device, 'fresh')
  await device.saved(fresh)
  const other = await (await server.device('max')).synced(CUSTOMERS)
  expect(other.records(customers).get(id)?.name).toBe('fresh')
  expect(fresh.reasons).toEqual([])
})

test('J7: writes that were queued while the line was down reach the server with the rest', async () => {
  const device = await server.device('mira')
  const held = await device.synced(CUSTOMERS)
  const ids: string[] = []
  for (let round = 0; round < 5; round++) {
    // The first write goes into a line that is dead already, the next ones into the provider's queue.
    device.socket.webSocket?.addEventListener('close', () => ids.push(addCustomer(device, 'queued')))
    device.socket.webSocket?.close()
    ids.push(addCustomer(device, 'lost on the line'))
    await eventually(() => held.provider.isSynced).toBe(false)
    ids.push(addCustomer(device, 'queued later'))
    await eventually(() => held.provider.isSynced).toBe(true)
    await device.saved(held)
  }
  const seen = await (await server.device('max')).synced(CUSTOMERS)
  for (const id of ids) expect(seen.records(customers).get(id)).not.toBeNull()
  expect(held.reasons).not.toContain('refused:update-gap')
})

test('J4: a mark that comes before the device’s state is answered after it', async () => {
  const device = await server.device('mira')
  const held = device.attach(CUSTOMERS)
  const id = addCustomer(device, 'Anna')
  await device.saved(held)
  const stored = await server.storage.load(held.name)
  const doc = new Y.Doc()
  for (const update of stored.updates) Y.applyUpdate(doc, update)
  expect([...doc.getMap('customers').keys()]).toEqual([`${id}#${device.options.replica}`])
})

test('J4: the server tells the time', async () => {
  const device = await server.device('mira')
  const held = await device.synced(CUSTOMERS)
  const answers: string[] = []
  held.provider.on('stateless', ({ payload }: { payload: string }) => answers.push(payload))
  held.provider.sendStateless('time')
  await eventually(() => answers).toHaveLength(1)
  expect(Math.abs(Number(answers[0]?.split(':')[1]) - Date.now())).toBeLessThan(5000)
})

test('more than a hundred documents on one socket', async () => {
  const device = await server.device('mira')
  const quarters = Array.from({ length: 104 }, (_, i) => `orders/common/${2000 + Math.floor(i / 4)}Q${(i % 4) + 1}`)
  const held = quarters.map((name) => device.attach(name))
  await eventually(() => held.filter(({ provider }) => provider.isSynced).length).toBe(104)
})

test('who is signed out everywhere loses his sockets, and what he sends is not taken', async () => {
  const device = await server.device('mira')
  const held = await device.synced(CUSTOMERS)
  const closed = new Promise((resolve) => device.socket.webSocket?.addEventListener('close', resolve))
  server.sync.disconnect('mira')
  addCustomer(device, 'too late')
  await closed
  expect((await server.storage.load(held.name)).updates).toEqual([])
  // His account still stands in these tests: he comes back, and sends it again.
  await eventually(() => held.provider.isSynced).toBe(true)
  await device.saved(held)
  expect((await server.storage.load(held.name)).updates).toHaveLength(1)
})
