import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../../shared/customers/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { generationOf } from '../../../shared/records/packing/generation.ts'
import { readServiceKey } from '../../../sync-server/sync/service-key.ts'
import { startSync, type TestOptions, type TestSync } from '../../../sync-server/sync/testing/sync-server.ts'
import { type Relay, startRelay } from '../../../tests/support/relay/relay.ts'
import { HeldDocument } from '../documents/held-document.ts'
import { type Pass, Replica } from '../replica.ts'
import { Cache } from './cache.ts'
import { Keeping } from './keeping.ts'

const log = pino({ level: 'silent' })
const CUSTOMERS = 'customers/common'
let server: TestSync
let relay: Relay
let folder: string
let name: string
let running: { end(): Promise<void> } | null = null

beforeEach(async () => {
  await begin()
})
afterEach(async () => {
  await finish()
})

async function begin(options: TestOptions = {}): Promise<void> {
  server = await startSync(options)
  relay = await startRelay({ target: Number(new URL(server.url).port) })
  folder = mkdtempSync(join(tmpdir(), 'voronka-keeping-'))
  name = await server.storage.addReplica('agents', 'test', Date.now())
}

async function finish(): Promise<void> {
  await running?.end()
  await relay.close()
  await server.stop()
  rmSync(folder, { recursive: true })
}

/** A run of the agents: their replica, whose line goes through the relay, and the cache that it has. */
function run() {
  const cache = new Cache(folder, log)
  const replica = new Replica(passOf(name, `http://127.0.0.1:${relay.port}`), log, cache)
  const end = async () => {
    running = null
    await replica.end()
    cache.close()
  }
  running = { end }
  return { replica, cache, end }
}

function passOf(replica: string, address: string): Pass {
  return { address, secret: readServiceKey(server.folder), as: 'agents', replica, company: server.company }
}

/** What somebody else makes of the customers. */
async function others(act: (replica: Replica) => void): Promise<string[]> {
  const replica = new Replica(
    passOf(await server.storage.addReplica('agents', 'test', Date.now()), server.url.replace('ws:', 'http:')),
    log,
  )
  await replica.open(CUSTOMERS)
  act(replica)
  await replica.saved([full()])
  const found = namesIn(replica)
  replica.stop()
  return found
}

function add(replica: Replica, title: string): void {
  const id = newId('common', Date.now())
  replica.run('createRecord', { collection: 'customers', id, values: { name: title } })
}

const full = () => `${server.company}/${CUSTOMERS}`
const namesIn = (replica: Replica) => [...replica.rows(customers)].map((row) => row.name ?? '').sort()

/** A first run that came to its end with what somebody else and it have written. */
async function firstRun(): Promise<void> {
  await others((replica) => add(replica, 'theirs'))
  const { replica, end } = run()
  await replica.open(CUSTOMERS)
  add(replica, 'ours')
  await end()
}

function withCache<T>(act: (cache: Cache) => T): T {
  const cache = new Cache(folder, log)
  const result = act(cache)
  cache.close()
  return result
}

/** The customers as they are kept between two runs. */
function keptDocument(): Y.Doc {
  const doc = new Y.Doc()
  const state = withCache((cache) => cache.state(full()))
  if (!state) throw new Error('nothing is kept')
  Y.applyUpdate(doc, state)
  return doc
}

function tellings(replica: Replica): unknown[] {
  const told: unknown[] = []
  replica.observe((changes) => told.push(...changes))
  return told
}

test('RT2: a new run begins with what was kept, and fetches what came since alone', async () => {
  await others((replica) => {
    for (let i = 0; i < 300; i++) add(replica, `customer ${i} ${'x'.repeat(300)}`)
  })
  const first = run()
  await first.replica.open(CUSTOMERS)
  await first.end()
  await others((replica) => add(replica, 'came since'))
  const before = relay.stats.down
  const second = run()
  const told = tellings(second.replica)
  const opened = second.replica.open(CUSTOMERS)
  expect([second.replica.isOpen(full()), namesIn(second.replica)]).toEqual([false, []])
  await opened
  expect(namesIn(second.replica)).toHaveLength(301)
  expect(relay.stats.down - before).toBeLessThan(5000)
  expect(told).toEqual([])
})

test('RT1: what the server has not acknowledged is not kept', async () => {
  await firstRun()
  const second = run()
  await second.replica.open(CUSTOMERS)
  relay.cut()
  add(second.replica, 'nobody has it')
  await second.end()
  relay.restore()
  const third = run()
  await third.replica.open(CUSTOMERS)
  expect(namesIn(third.replica)).toEqual(['ours', 'theirs'])
  await third.end()
  expect(await others(() => {})).toEqual(['ours', 'theirs'])
})

test('RT2: a document that was packed meanwhile is fetched anew, and nothing of it is told', async () => {
  await finish()
  await begin({ packing: { quiet: 1, every: 5 } })
  await firstRun()
  const kept = generationOf(keptDocument())
  const standing = async () => (await server.storage.load(full())).generation
  await expect.poll(standing).not.toBe(kept)
  const second = run()
  const told = tellings(second.replica)
  await second.replica.open(CUSTOMERS)
  expect(namesIn(second.replica)).toEqual(['ours', 'theirs'])
  expect(told).toEqual([])
  await second.end()
  expect(generationOf(keptDocument())).not.toBe(kept)
})

test('RT2: where the server takes nothing of what was kept, the document is fetched anew', async () => {
  await firstRun()
  const doc = keptDocument()
  doc.getMap('customers').set(`${newId('common', Date.now())}#nobody`, 'what a restored company has lost')
  withCache((cache) => cache.put(full(), Y.encodeStateAsUpdate(doc)))
  const second = run()
  await second.replica.open(CUSTOMERS)
  await expect.poll(() => namesIn(second.replica)).toEqual(['ours', 'theirs'])
  add(second.replica, 'goes on')
  await second.replica.saved([full()])
  expect(await others(() => {})).toEqual(['goes on', 'ours', 'theirs'])
})

test('RT3: a document that changes all the time is kept behind the work', async () => {
  const cache = new Cache(folder, log)
  const put = vi.spyOn(cache, 'put')
  const held = new HeldDocument(full())
  const keeping = new Keeping(cache, async () => {}, 20)
  keeping.watch(held)
  const began = performance.now()
  for (let i = 0; put.mock.calls.length < 5; i++) {
    held.doc.getMap('customers').set('key', i)
    await setImmediate()
  }
  expect((performance.now() - began) / 20).toBeGreaterThanOrEqual(5)
  await keeping.keep(held)
  keeping.stop()
  cache.close()
  expect(keptDocument().getMap('customers').toJSON()).toEqual(held.doc.getMap('customers').toJSON())
})
