import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../../../tests/support/databases/postgres.ts'
import { type Redis, startRedis } from '../../../tests/support/databases/redis.ts'
import { eventually } from '../testing/eventually.ts'
import { type Presence, presence } from '../testing/presence.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

const LOOK = { collection: 'orders', id: 'an-order', path: 'note' }

let database: Postgres
let redis: Redis
let servers: TestSync[]
let people: Presence[]
beforeAll(async () => {
  ;[database, redis] = await Promise.all([startPostgres(), startRedis()])
})
afterAll(async () => {
  await Promise.all([database.close(), redis.close()])
})
beforeEach(async () => {
  const databaseUrl = await database.create()
  people = []
  servers = [
    await startSync({ databaseUrl, redisUrl: redis.url }),
    await startSync({ databaseUrl, redisUrl: redis.url }),
  ]
})
afterEach(async () => {
  for (const one of people) one.close()
  await Promise.all(servers.map((server) => server.stop()))
})

async function present(server: number, user: string): Promise<Presence> {
  const device = await servers[server]?.device(user)
  if (!device) throw new Error('There are two servers')
  const here = presence(device)
  people.push(here)
  return here
}

test('J24: who is at one server is seen at the other, who comes later too, and gone with his line', async () => {
  const mira = await present(0, 'mira')
  mira.say({ looks: [LOOK] })
  const max = await present(1, 'max')
  await eventually(max.users).toEqual(['mira'])
  max.say({ looks: [] })
  await eventually(mira.users).toEqual(['max'])
  expect(servers[1]?.sync.online().size).toBe(2)
  mira.provider.detach()
  await eventually(max.users).toEqual([])
})

test('J24: while Redis is away each server tells its own; when it is back everybody is seen again', async () => {
  const [mira, max, adam] = [await present(0, 'mira'), await present(1, 'max'), await present(1, 'adam')]
  mira.say({ looks: [LOOK] })
  await eventually(max.users).toEqual(['mira'])
  await redis.stop()
  max.say({ looks: [] })
  await eventually(adam.users).toEqual(['max', 'mira'])
  expect(mira.users()).toEqual([])
  await redis.start()
  await eventually(mira.users).toEqual(['max'])
})
