import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { events } from '../../../shared/events/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { readServiceKey } from '../../../sync-server/sync/service-key.ts'
import { sampleOrder, setUp } from '../../../sync-server/sync/testing/samples.ts'
import { startSync, type TestSync } from '../../../sync-server/sync/testing/sync-server.ts'
import { Replica } from '../replica.ts'
import { Documents } from './documents.ts'

const log = pino({ level: 'silent' })
const SUMMER = Date.UTC(2026, 7, 28)
const AUTUMN = Date.UTC(2026, 10, 2)
/** Longer than an idle document stays, ms. */
const LONG = 11 * 60_000
let server: TestSync
let replica: Replica
let documents: Documents
let today = SUMMER
let running = 0

beforeEach(async () => {
  ;[today, running] = [SUMMER, 0]
  server = await startSync()
  replica = await newReplica()
  documents = new Documents(replica, { today: () => today, running: () => running })
})
afterEach(async () => {
  documents.stop()
  replica.stop()
  await server.stop()
})

async function newReplica(): Promise<Replica> {
  const name = await server.storage.addReplica('agents', 'test', Date.now())
  const how = { secret: readServiceKey(server.folder), as: 'agents', company: server.company } as const
  return new Replica({ ...how, address: server.url.replace('ws:', 'http:'), replica: name }, log)
}

const full = (rest: string) => `${server.company}/${rest}`
const eventsOf = (year: number) => full(`events/common/${year}Q1`)
const openOf = (names: readonly string[]) => names.filter((name) => replica.isOpen(name))
const start = () => documents.start((error) => expect.unreachable(String(error)))

test('RT9: setup, goods, rules, customers, the present quarter and the next are held, and go on with the year', async () => {
  await start()
  const always = ['setup', 'goods', 'automation', 'customers/common', 'shelves']
  const quarters = ['orders', 'events', 'runs'].flatMap((family) => [
    `${family}/common/2026Q3`,
    `${family}/common/2026Q4`,
  ])
  expect(openOf([...always, ...quarters].map(full))).toHaveLength(11)
  today = AUTUMN
  await documents.look()
  expect(replica.isOpen(full('runs/common/2027Q1'))).toBe(true)
})

test('RT9: a quarter is held as long as it has open orders', async () => {
  await setUp(server.sync.author)
  await start()
  const old = full('orders/common/2021Q3')
  const order = { ...sampleOrder(), id: newId('common', Date.UTC(2021, 7, 1)) }
  await others((other) => other.run('createOrder', order))
  await expect.poll(() => replica.isOpen(old)).toBe(true)
  running += LONG
  await documents.look()
  expect(replica.isOpen(old)).toBe(true)
  await documents.hold([old], () => replica.run('removeRecord', { collection: 'orders', id: order.id }))
  await expect.poll(lookLater).toEqual([])
  const left = await others((other) => [...other.rows(orders)].find(({ id }) => id === order.id)?.gone)
  expect(left).toBe(true)

  async function lookLater(): Promise<string[]> {
    running += LONG
    await documents.look()
    return openOf([old])
  }
  async function others<T>(act: (other: Replica) => T): Promise<T> {
    const other = await newReplica()
    await other.openNamed([full('setup'), old])
    const result = act(other)
    await other.saved([old])
    other.stop()
    return result
  }
})

test('RT10: what is opened for a piece of work is there for it, and goes ten minutes after the last that needs it', async () => {
  await start()
  const old = eventsOf(2020)
  const id = newId('common', Date.UTC(2020, 0, 5))
  const slow = Promise.withResolvers<void>()
  const working = documents.hold([old], () => slow.promise)
  await documents.hold([old], () => {
    replica.run('createRecord', { collection: 'events', id, values: { kind: 'call', subject: 'late' } })
  })
  running += LONG
  await documents.look()
  expect(replica.isOpen(old)).toBe(true)
  slow.resolve()
  await working
  await documents.look()
  expect(replica.isOpen(old)).toBe(true)
  running += LONG
  await documents.look()
  expect(replica.isOpen(old)).toBe(false)
  // What was written was saved before it went.
  await documents.hold([old], () => expect([...replica.ids(events)]).toEqual([id]))
})

test('RT10: a document that the server refuses fails the work alone, and is asked for anew', async () => {
  await start()
  const unknown = full('events/common/1999Q1')
  for (let i = 0; i < 2; i++)
    await expect(documents.hold([unknown], () => expect.unreachable())).rejects.toMatchObject({
      code: 'document-unknown',
    })
  expect(replica.isOpen(full('setup'))).toBe(true)
})

test('RT11: at most eight idle documents stay open, those that were needed last', async () => {
  await start()
  const all = Array.from({ length: 20 }, (_, i) => eventsOf(2001 + i))
  for (const name of all) {
    running += 1
    await documents.hold([name], () => {})
  }
  await documents.look()
  expect(openOf(all)).toEqual(all.slice(-8))
})
