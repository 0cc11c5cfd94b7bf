import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import { startSync, type TestSync } from '../../../sync-server/sync/testing/sync-server.ts'
import { type Postgres, startPostgres } from '../../../tests/support/databases/postgres.ts'
import { type Redis, startRedis } from '../../../tests/support/databases/redis.ts'
import { TestDevice } from './testing/test-device.ts'

let postgres: Postgres
let redis: Redis
let servers: [TestSync, TestSync]
let owner: TestDevice
let manager: TestDevice
beforeEach(async () => {
  ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const options = { databaseUrl: await postgres.create(), redisUrl: redis.url }
  servers = [await startSync(options), await startSync(options)]
  owner = await TestDevice.begin(servers[0], 'olga', 'owner')
  manager = await TestDevice.begin(servers[1], 'mira', 'manager')
  const states = { new: { place: 'a0' }, made: { place: 'a1' } }
  const values = { name: 'Kitchens', sort: 'work', states }
  await owner.run('createRecord', { collection: 'kinds', id: 'kitchens', values })
  await owner.saved()
  await eventually(() => manager.ask({ what: 'all', collection: 'kinds' })).toMatchObject({
    rows: [{ id: 'kitchens' }],
  })
})
afterEach(async () => {
  await owner.end()
  await manager.end()
  await Promise.all(servers.map((server) => server.stop()))
  await Promise.all([postgres.close(), redis.close()])
})

async function order(device: TestDevice, note: string): Promise<string> {
  const id = newId(COMMON, Date.now())
  const start = { kind: 'kitchens', state: 'new' }
  await device.run('createOrder', { id, fields: { sort: 'work', note }, lines: [], start })
  return id
}

const seenBy = async (device: TestDevice) =>
  (await device.list()).rows.map((row) => ('note' in row ? [row.note, row.number] : row))

test('two devices at two servers work together; one server ends, and its device goes on at the other with what it had not sent', async () => {
  await order(owner, 'at the first')
  await owner.saved()
  await order(manager, 'at the second')
  await manager.saved()
  const both = [
    ['at the first', 'ЗН-0001'],
    ['at the second', 'ЗН-0002'],
  ]
  for (const device of [owner, manager]) await eventually(() => seenBy(device)).toEqual(both)

  manager.line.cut()
  await order(manager, 'without a line')
  await servers[1].sync.stop()
  manager.line.lead(Number(new URL(servers[0].url).port))
  manager.line.restore()
  await manager.saved()
  await eventually(() => seenBy(owner)).toEqual([...both, ['without a line', 'ЗН-0003']])
  expect(await seenBy(manager)).toEqual(await seenBy(owner))
  expect((await manager.status()).what).toBe('status')
})

test('without Redis two devices at two servers go on together', async () => {
  await redis.stop()
  await order(owner, 'one')
  await owner.saved()
  await eventually(() => seenBy(manager)).toEqual([['one', 'ЗН-0001']])
  await manager.restart()
  await order(manager, 'two')
  await manager.saved()
  await eventually(async () => (await seenBy(owner)).length).toBe(2)
  await redis.start()
})
