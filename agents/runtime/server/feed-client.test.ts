import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FeedPage } from '../../../shared/effects/feed.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { readOptions } from '../../../sync-server/options.ts'
import { type Running, serve } from '../../../sync-server/serve.ts'
import { seeded } from '../../../tests/support/random.ts'
import { type Relay, startRelay } from '../../../tests/support/relay/relay.ts'
import { Cache } from '../cache/cache.ts'
import { joinServer, readServiceKey } from '../connection/join.ts'
import { Replica } from '../replica.ts'
import type { ServerAddress } from './api.ts'
import { FeedClient } from './feed-client.ts'

const log = pino({ level: 'silent' })
const FAST = { first: 5, most: 50 }
let folder: string
let server: Running
let relay: Relay
let address: ServerAddress
let cache: Cache

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-feed-'))
  server = await start()
  relay = await startRelay({ target: server.port })
  address = { address: `http://127.0.0.1:${relay.port}`, secret: await readServiceKey(folder) }
  cache = new Cache(join(folder, 'agents'), log)
})
afterEach(async () => {
  cache.close()
  await relay.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

function start(port = 0): Promise<Running> {
  return serve(readOptions(['--data', folder, '--port', String(port), '--host', '127.0.0.1']), log)
}

/** Somebody who adds customers, by a line of his own; gives their ids in order. */
async function writer() {
  const how = { address: `http://127.0.0.1:${server.port}`, secret: address.secret, as: 'cli' } as const
  const replica = new Replica(await joinServer(how, 'test'), log)
  await replica.open('customers/common')
  const ids: string[] = []
  const add = async () => {
    const id = newId('common', Date.now())
    ids.push(id)
    replica.run('createRecord', { collection: 'customers', id, values: { name: id } })
    await replica.saved([`${server.company}/customers/common`])
  }
  return { ids, add, stop: () => replica.stop() }
}

/** What was heard and done, from when it is followed until it stops. */
function follow(take: (page: FeedPage) => void, secret = address.secret) {
  const stopping = new AbortController()
  const hearing = { place: cache.place('test'), from: 0, collections: ['customers'], signal: stopping.signal }
  const feed = new FeedClient({ ...address, secret }, log, FAST)
  const over = feed.follow(hearing, take)
  return { stopping, over }
}

const made = (page: FeedPage) => page.rows.filter(({ path }) => path === '').map(({ record }) => record)

test('RT7: whoever stops, fails or breaks between, what was done is heard once, without a gap, in order', async () => {
  const random = seeded(7)
  const { ids, add, stop } = await writer()
  const done: string[] = []
  let fails = 0
  const take = (page: FeedPage) => {
    if (random() < 0.3) {
      fails++
      throw new RangeError('amid the work')
    }
    done.push(...made(page))
  }
  for (let round = 0; round < 40; round++) {
    const { stopping, over } = follow(take)
    const before = done.length
    await add()
    if (round % 3 === 0) relay.cutAfter(Math.floor(random() * 2000))
    await add()
    const failed = over.then(
      () => false,
      () => true,
    )
    relay.restore()
    await Promise.race([expect.poll(() => done.length).toBeGreaterThan(before), failed])
    stopping.abort()
    await failed
  }
  expect(fails).toBeGreaterThan(5)
  const last = follow((page) => void done.push(...made(page)))
  await expect.poll(() => done.length).toBeGreaterThanOrEqual(ids.length)
  last.stopping.abort()
  await last.over
  expect(done).toEqual(ids)
  stop()
})

test('RT6, RT7: a server that is started anew is asked again, and the place stands behind what was done', async () => {
  const { ids, add, stop } = await writer()
  const done: string[] = []
  const { stopping, over } = follow((page) => void done.push(...made(page)))
  await add()
  await expect.poll(() => done).toEqual(ids)
  const { port } = server
  await server.stop()
  server = await start(port)
  await add()
  await expect.poll(() => done).toEqual(ids)
  stopping.abort()
  await over
  expect(Number(cache.place('test').read())).toBeGreaterThan(0)
  stop()
})

test('RT6: a wrong key ends it', async () => {
  await expect(follow(() => {}, 'wrong').over).rejects.toMatchObject({ code: 'sign-in-needed' })
})
