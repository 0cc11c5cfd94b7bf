import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customers } from '../../shared/customers/collections.ts'
import { newId } from '../../shared/records/keys/id.ts'
import type { Change } from '../../shared/records/reading/record-set.ts'
import { readServiceKey } from '../../sync-server/sync/service-key.ts'
import { startSync, type TestSync } from '../../sync-server/sync/testing/sync-server.ts'
import { startRelay } from '../../tests/support/relay/relay.ts'
import { type Pass, Replica } from './replica.ts'

const log = pino({ level: 'silent' })
const CUSTOMERS = 'customers/common'
let server: TestSync
const replicas: Replica[] = []

beforeEach(async () => {
  server = await startSync()
})
afterEach(async () => {
  for (const replica of replicas.splice(0)) replica.stop()
  await server.stop()
})

async function replicaOf(as: Pass['as'], change: Partial<Pass> = {}): Promise<Replica> {
  const replica = await server.storage.addReplica(as, 'test', Date.now())
  const address = server.url.replace('ws:', 'http:')
  const secret = readServiceKey(server.folder)
  const made = new Replica({ address, secret, as, replica, company: server.company, ...change }, log)
  replicas.push(made)
  return made
}

function newCustomer(replica: Replica, name: string): string {
  const id = newId('common', Date.now())
  replica.run('createRecord', { collection: 'customers', id, values: { name } })
  return id
}

function nextChange(replica: Replica): Promise<Change> {
  return new Promise((resolve) => {
    const stop = replica.observe(([change]) => {
      if (!change) return
      stop()
      resolve(change)
    })
  })
}

const full = (rest: string) => `${server.company}/${rest}`

test('what is said to be saved is on the server, and another replica reads it', async () => {
  const [one, other] = [await replicaOf('cli'), await replicaOf('agents')]
  await one.open(CUSTOMERS)
  const id = newCustomer(one, 'Альфа')
  await one.saved([full(CUSTOMERS)])
  await other.open(CUSTOMERS)
  expect([...other.rows(customers)]).toMatchObject([{ id, name: 'Альфа' }])
})

test('the feed tells what changed, before and after, and nothing of what was there already', async () => {
  const [one, other] = [await replicaOf('cli'), await replicaOf('agents')]
  await one.open(CUSTOMERS)
  const id = newCustomer(one, 'Альфа')
  await one.saved([full(CUSTOMERS)])
  const told: Change[] = []
  other.observe((changes) => told.push(...changes))
  await other.open(CUSTOMERS)
  const next = nextChange(other)
  one.run('setRecord', { collection: 'customers', id, values: { name: 'Омега' } })
  expect(await next).toMatchObject({ id, before: { name: 'Альфа' }, after: { name: 'Омега' } })
  expect(told).toHaveLength(1)
})

test('a line that broke comes back: what was written meanwhile is saved, what others wrote is told once', async () => {
  const relay = await startRelay({ target: Number(new URL(server.url).port) })
  const [away, other] = [await replicaOf('cli', { address: `http://127.0.0.1:${relay.port}` }), await replicaOf('cli')]
  await Promise.all([away.open(CUSTOMERS), other.open(CUSTOMERS)])
  relay.cut()
  const mine = newCustomer(away, 'Альфа')
  const theirs = newCustomer(other, 'Бета')
  await other.saved([full(CUSTOMERS)])
  const told: Change[] = []
  away.observe((changes) => told.push(...changes))
  const [saved, arrived] = [away.saved([full(CUSTOMERS)]), nextChange(away)]
  relay.restore()
  await saved
  expect((await arrived).id).toBe(theirs)
  expect(told.map((change) => change.id)).toEqual([theirs])
  const check = await replicaOf('agents')
  await check.open(CUSTOMERS)
  expect([...check.ids(customers)].sort()).toEqual([mine, theirs].sort())
  await relay.close()
})

test('J20: while documents are packed all the time, the feed neither misses nor repeats, and all is saved', async () => {
  await server.stop()
  server = await startSync({ packing: { quiet: 1, every: 5 } })
  const [one, other] = [await replicaOf('cli'), await replicaOf('agents')]
  await Promise.all([one.open(CUSTOMERS), other.open(CUSTOMERS)])
  const told: (readonly [before: string | null, after: string])[] = []
  other.observe((changes) => {
    for (const { before, after } of changes as readonly Change<typeof customers>[])
      told.push([before?.name ?? null, after?.name ?? ''])
  })
  const id = newCustomer(one, 'first')
  let last = 0
  for (; (await packings()) < 4; last++) {
    one.run('setRecord', { collection: 'customers', id, values: { name: `${last}` } })
    await one.saved([full(CUSTOMERS)])
  }
  await expect.poll(() => told.at(-1)?.[1]).toBe(`${last - 1}`)
  for (const [i, [before]] of told.entries()) expect(before).toBe(told[i - 1]?.[1] ?? null)
})

async function packings(): Promise<number> {
  const counted = await server.registry.getSingleMetric('voronka_packings_total')?.get()
  return Number(counted?.values[0]?.value)
}

test('what the role forbids is refused in words, and other documents go on', async () => {
  const agent = await replicaOf('agents')
  await agent.open('setup', CUSTOMERS)
  agent.run('createRecord', { collection: 'departments', id: 'salon', values: { name: 'Салон' } })
  await expect(agent.saved([full('setup')])).rejects.toMatchObject({ code: 'role-forbids' })
  expect(() => agent.run('createRecord', { collection: 'departments', id: 'two', values: { name: 'x' } })).toThrow(
    'role-forbids',
  )
  newCustomer(agent, 'Альфа')
  await agent.saved([full(CUSTOMERS)])
})

test.each([
  ['a document that nobody knows', { company: 'another' }, 'document-unknown'],
  ['a wrong key', { secret: 'x'.repeat(43) }, 'sign-in-needed'],
  ['a name that the server has not given', { replica: 'nobody' }, 'replica-unknown'],
])('%s does not open', async (_what, change, code) => {
  const replica = await replicaOf('cli', change)
  await expect(replica.open('setup')).rejects.toMatchObject({ code })
})

test('a document that is not open is not written', async () => {
  const replica = await replicaOf('cli')
  expect(() => newCustomer(replica, 'Альфа')).toThrow('document-closed')
})
