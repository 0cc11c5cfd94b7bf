import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { customers } from '../../../../shared/customers/collections.ts'
import type { FeedPage } from '../../../../shared/effects/feed.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { type Postgres, startPostgres } from '../../../../tests/support/databases/postgres.ts'
import { SERVICE_KEY, startServer, type TestServer } from '../../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }

let database: Postgres
let one: TestServer
let other: TestServer
beforeAll(async () => {
  database = await startPostgres()
})
afterAll(() => database.close())
beforeEach(async () => {
  const url = await database.create()
  ;[one, other] = await Promise.all([startServer({}, undefined, url), startServer({}, undefined, url)])
})
afterEach(async () => {
  await Promise.all([one.close(), other.close()])
})

async function hear(server: TestServer, query: string): Promise<FeedPage> {
  const { status, body } = await server.browser().get(`/api/agent/feed?${query}`, KEY)
  expect(status).toBe(200)
  return body as unknown as FeedPage
}

test('LG3: an agent hears at once of what is written at its server, and at another', async () => {
  const write = (server: TestServer, name: string) => {
    const id = newId('common', Date.now())
    return server.author.write((tx) => void tx.create(customers, id, { name }))
  }
  let { last } = await hear(one, 'collections=customers')
  for (const server of [one, other]) {
    const waiting = hear(one, `after=${last}&wait=30&collections=customers`)
    await write(server, 'Ёлкин')
    const page = await waiting
    expect(page.rows).toMatchObject([{ collection: 'customers', user: 'server', path: '', value: { name: 'Ёлкин' } }])
    last = page.last
  }
})

test('LG2: nobody is told without the service key', async () => {
  for (const authorization of ['Bearer wrong', `Basic ${SERVICE_KEY}`, 'Bearer ', '']) {
    const { status, body } = await one.browser().get('/api/agent/feed?wait=30', { authorization })
    expect([status, body.code]).toEqual([401, 'sign-in-needed'])
  }
})

test.each(['after=-1', 'after=x', 'limit=0', 'limit=5001', 'wait=31', 'collections=nothing'])(
  'LG4: %s is refused in words',
  async (query) => {
    const { status, body } = await one.browser().get(`/api/agent/feed?${query}`, KEY)
    expect([status, body.code]).toEqual([400, 'request-shape'])
    expect(String((body.params as { field: string }).field).split('.')[0]).toBe(query.split('=')[0])
  },
)
