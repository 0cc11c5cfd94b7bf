import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../../shared/customers/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Device, Held } from '../testing/device.ts'
import { eventually } from '../testing/eventually.ts'
import { QUARTER, sampleOrder, setUp } from '../testing/samples.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

const CUSTOMERS = 'customers/common'

let server: TestSync
let device: Device
let held: Held
beforeEach(async () => {
  server = await startSync({ limit: 1024 * 1024 })
  await setUp(server.sync.author)
  device = await server.device('mira')
  await device.synced('setup')
  held = await device.synced(CUSTOMERS)
})
afterEach(() => server.stop())

function addCustomer(by: Device, name: string): string {
  const id = newId(COMMON, Date.now())
  by.run('createRecord', { collection: 'customers', id, values: { name } })
  return id
}

/** Waits for the refusal of a document, and that it is written down. */
async function refused(of: Held, reason: string): Promise<void> {
  await eventually(() => of.reasons).toContain(reason)
  const code = reason.split(':').at(-1) ?? ''
  await eventually(async () => (await server.storage.refusals(5)).map((row) => row.code)).toContain(code)
  expect(server.logged.map((line) => line.code)).toContain(code)
  expect(await server.registry.metrics()).toContain(`voronka_refusals_total{code="${code}"} 1`)
}

/** The same device and another one go on: with other documents, and with this one after it was fetched anew. */
async function allGoOn(): Promise<void> {
  const quarter = await device.synced(QUARTER)
  const order = sampleOrder()
  device.run('createOrder', order)
  await device.saved(quarter)
  const other = await server.device('max')
  const there = await other.synced(CUSTOMERS)
  const id = addCustomer(other, 'Other')
  await other.saved(there)
  held.provider.destroy()
  held = await device.synced(CUSTOMERS)
  expect(held.records(customers).get(id)?.name).toBe('Other')
  const own = addCustomer(device, 'Own')
  await device.saved(held)
  await eventually(() => there.records(customers).get(own)?.name).toBe('Own')
  expect((await other.synced(QUARTER)).records(orders).get(order.id)?.note).toBe('a kitchen')
}

test.each([
  [
    'another replica’s key',
    'update-foreign-replica',
    (doc: Y.Doc, id: string) => doc.getMap('customers').set(`${id}/name#ZZZZ`, '0mieg8xq8000ZZZZ "x"'),
  ],
  ['an odd key', 'update-odd-key', (doc: Y.Doc) => doc.getMap('customers').set('anything', 'x')],
  ['an array', 'update-odd-key', (doc: Y.Doc) => doc.getArray('list').push(['x'])],
])('J6: %s is refused, and all go on', async (_what, code, write) => {
  const id = addCustomer(device, 'Anna')
  await device.saved(held)
  write(held.doc, id)
  await refused(held, `refused:${code}`)
  await allGoOn()
  const stored = await server.storage.load(held.name)
  const doc = new Y.Doc()
  for (const update of stored.updates) Y.applyUpdate(doc, update)
  for (const key of doc.getMap('customers').keys()) expect(key).not.toMatch(/ZZZZ|anything/)
})

test('J6: an update over the limit is refused in words, and all go on', async () => {
  addCustomer(device, 'x'.repeat(1024 * 1024))
  await refused(held, 'refused:update-too-large')
  await allGoOn()
})

test('J6: a rewritten creation is refused, and all go on', async () => {
  const quarter = await device.synced(QUARTER)
  const order = sampleOrder()
  device.run('createOrder', order)
  await device.saved(quarter)
  const map = quarter.doc.getMap('orders')
  const key = `${order.id}#${device.options.replica}`
  map.set(key, String(map.get(key)).replace('a kitchen', 'another'))
  await refused(quarter, 'refused:update-rewrites')
  const fresh = (await (await server.device('max')).synced(QUARTER)).records(orders).get(order.id)
  expect(fresh?.note).toBe('a kitchen')
  quarter.provider.destroy()
  await allGoOn()
})

test('J6: a rewritten move is refused, also to whom it belongs, and all go on', async () => {
  const quarter = await device.synced(QUARTER)
  const order = sampleOrder()
  device.run('createOrder', order)
  device.run('moveOrder', { id: order.id, state: 'measured' })
  await device.saved(quarter)
  const map = quarter.doc.getMap('orders')
  const [key, text] = [...map.entries()].find(([one]) => one.startsWith(`${order.id}/moves/`)) ?? ['', '']
  map.set(key, String(text).replace('measured', 'paid'))
  await refused(quarter, 'refused:update-rewrites')
  const fresh = (await (await server.device('max')).synced(QUARTER)).records(orders).get(order.id)
  expect(fresh?.moves.map(({ state }) => state).sort()).toEqual(['measured', 'new'])
  quarter.provider.destroy()
  await allGoOn()
})

test('J6: a number written by a device is refused', async () => {
  const quarter = await device.synced(QUARTER)
  const order = sampleOrder()
  device.run('createOrder', order)
  await device.saved(quarter)
  quarter.doc.getMap('orders').set(`${order.id}/number#${device.options.replica}`, `${device.clock.tick()} "ЗК-9999"`)
  await refused(quarter, 'refused:update-server-field')
})

test('J8: a viewer reads, and is refused when he writes', async () => {
  const id = addCustomer(device, 'Anna')
  await device.saved(held)
  const viewer = await server.device('vera')
  const seen = await viewer.synced(CUSTOMERS)
  expect(seen.records(customers).get(id)?.name).toBe('Anna')
  expect(seen.provider.authorizedScope).toBe('readonly')
  await viewer.saved(seen)
  addCustomer(viewer, 'Vera’s')
  await refused(seen, 'refused:role-forbids')
  await allGoOn()
})

test('J6: who may not connect is told why', async () => {
  const replica = await server.storage.addReplica('mira', 'x', 0)
  const reason = async (rest: string, change: { user?: string; token?: string; company?: string } = {}) => {
    const other = await server.device(change.user ?? 'mira', replica)
    Object.assign(other.options, change.token === undefined ? {} : { token: change.token })
    const denied = other.attach(rest, new Y.Doc(), change.company ?? server.company)
    await eventually(() => denied.reasons.length).toBeGreaterThan(0)
    return denied.reasons[0]
  }
  expect(await reason('nowhere/common')).toBe('document-unknown')
  expect(await reason('orders/common/1999Q1')).toBe('document-unknown')
  expect(await reason('orders/elsewhere/2020Q1')).toBe('document-unknown')
  expect(await reason(CUSTOMERS, { company: 'OTHER' })).toBe('document-unknown')
  expect(await reason('users/max')).toBe('role-forbids')
  expect(await reason(CUSTOMERS, { user: 'nobody' })).toBe('sign-in-needed')
  expect(await reason(CUSTOMERS, { user: 'max' })).toBe('replica-unknown')
  expect(await reason(CUSTOMERS, { token: 'replica:AAAAA' })).toBe('replica-unknown')
  expect(await reason(CUSTOMERS, { token: 'replica:server' })).toBe('replica-unknown')
  expect(await reason(CUSTOMERS, { token: '' })).toBe('sign-in-needed')
  expect(await reason(CUSTOMERS, { token: `service:wrong:cli:${replica}` })).toBe('sign-in-needed')
  await allGoOn()
})

test('a process of this machine shows the key of the data folder', async () => {
  const { readServiceKey } = await import('../service-key.ts')
  const replica = await server.storage.addReplica('cli', 'import', 0)
  const cli = await server.device('nobody', replica)
  Object.assign(cli.options, { token: `service:${readServiceKey(server.folder)}:cli:${replica}` })
  const setup = await cli.synced('setup')
  cli.run('createRecord', { collection: 'departments', id: 'salon', values: { name: 'Salon' } })
  await cli.saved(setup)
})

test('J6: bytes that are no message end the socket, which comes back', async () => {
  device.socket.webSocket?.send(Uint8Array.of(200, 1, 2, 3))
  await eventually(() => server.logged.map((line) => line.code)).toContain('update-undecodable')
  await eventually(() => held.provider.isSynced).toBe(false)
  await eventually(() => held.provider.isSynced).toBe(true)
  await allGoOn()
})
