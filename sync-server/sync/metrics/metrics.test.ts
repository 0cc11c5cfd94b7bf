import { afterEach, beforeEach, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Held } from '../testing/device.ts'
import { eventually } from '../testing/eventually.ts'
import { setUp } from '../testing/samples.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

let server: TestSync
beforeEach(async () => {
  server = await startSync({ compactAfter: 40 })
  await setUp(server.sync.author)
})
afterEach(() => server.stop())

/** A figure as whoever scrapes reads it. */
async function figure(name: string, labels = ''): Promise<number> {
  const line = (await server.registry.metrics()).split('\n').find((one) => one.startsWith(`${name}${labels} `))
  return Number(line?.split(' ').at(-1))
}

async function customersOf(user: string) {
  const device = await server.device(user)
  return { device, held: await device.synced('customers/common') }
}

async function writes(
  times: number,
  { device, held }: { device: Awaited<ReturnType<TestSync['device']>>; held: Held },
) {
  for (let i = 0; i < times; i++) {
    device.act((tx) => tx.create(customers, newId('common', Date.now()), { name: `customer ${i}` }))
    await device.saved(held)
  }
}

test('J27: how long updates wait for the journal, and how much of it no snapshot holds', async () => {
  const mira = await customersOf('mira')
  await writes(30, mira)
  expect(await figure('voronka_journal_lag_seconds_count')).toBe(30)
  const sum = await figure('voronka_journal_lag_seconds_sum')
  expect(sum).toBeGreaterThan(0)
  expect(sum, 'seconds').toBeLessThan(30)
  const family = '{family="customers"}'
  expect(await figure('voronka_journal_rows', family)).toBe(30)
  expect(await figure('voronka_journal_bytes', family)).toBeGreaterThan(30 * 50)
  await writes(15, mira)
  await eventually(() => figure('voronka_journal_rows', family)).toBeLessThan(15)
})

test('J27: how many documents are stored, how large they are, and the largest, by family', async () => {
  await writes(3, await customersOf('mira'))
  const stored = await server.storage.load(`${server.company}/customers/common`)
  const bytes = stored.updates.reduce((all, update) => all + update.length, stored.state?.length ?? 0)
  expect(await figure('voronka_stored_documents', '{family="customers"}')).toBe(1)
  expect(await figure('voronka_stored_document_bytes', '{family="customers"}')).toBe(bytes)
  expect(await figure('voronka_stored_document_largest_bytes', '{family="customers"}')).toBe(bytes)
  expect(await figure('voronka_stored_documents', '{family="setup"}')).toBe(1)
  expect(await figure('voronka_stored_document_bytes', '{family="setup"}')).toBeGreaterThan(bytes)
})

test('J27: sockets, connections to documents, devices, and what is gone is counted no more', async () => {
  const [mira, max] = [await customersOf('mira'), await customersOf('max')]
  await mira.device.synced('setup')
  const counts = () =>
    Promise.all(['voronka_sockets', 'voronka_document_connections', 'voronka_devices_online'].map((one) => figure(one)))
  expect(await counts()).toEqual([2, 3, 2])
  max.device.close()
  await eventually(counts).toEqual([1, 2, 1])
})

test('J6: refusals by code', async () => {
  const vera = await customersOf('vera')
  vera.device.act((tx) => tx.create(customers, newId('common', Date.now()), { name: 'by who only reads' }))
  await eventually(() => figure('voronka_refusals_total', '{code="role-forbids"}')).toBe(1)
})

test('J26: how old what devices have not sent is, from when they say so until they say that all is sent', async () => {
  const [mira, max] = [await server.device('mira'), await server.device('max')]
  const [one, other] = [await mira.synced('shelves'), await max.synced('shelves')]
  const oldest = () => figure('voronka_outbox_oldest_seconds')
  const devices = (age: string) => figure('voronka_outbox_devices', `{age="${age}"}`)
  expect([await oldest(), await devices('minute')]).toEqual([0, 0])
  one.provider.sendStateless('oldest:5000')
  other.provider.sendStateless('oldest:7200000')
  await eventually(() => Promise.all([devices('minute'), devices('hour'), devices('day')])).toEqual([1, 0, 1])
  const before = await oldest()
  expect(before).toBeGreaterThanOrEqual(7200)
  await eventually(oldest).toBeGreaterThan(before)
  for (const garbage of ['oldest:', 'oldest:-1', 'oldest:1e9', `oldest:${'9'.repeat(14)}`, 'oldest:soon'])
    other.provider.sendStateless(garbage)
  await max.saved(other)
  expect(await devices('day'), 'what is no age says nothing').toBe(1)
  other.provider.sendStateless('oldest:none')
  await eventually(() => devices('day')).toBe(0)
  expect(await oldest()).toBeLessThan(3600)
  mira.close()
  await eventually(oldest).toBe(0)
})
