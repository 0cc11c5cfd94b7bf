import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../shared/customers/collections.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { openRawLine, type RawLine } from '../../sync-server/sync/testing/raw-line.ts'
import { seeded } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { serviceDevice } from './support/company.ts'
import { onDisk } from './support/disk.ts'
import { junk } from './support/junk.ts'
import { SEED, times } from './support/length.ts'

const CUSTOMERS = `customers/${COMMON}`
const WITHIN = times(5, 30) * 60_000
const FLOODS = times(2, 20)
/** How many flood at once, and with how many frames of each sort at most. */
const LINES = 3
const MOST = 5000
/** Within so long the others' work is saved meanwhile, ms. */
const PATIENCE = 20_000

/** What the server says at last to whoever sends garbage. */
function isEnd(word: string): boolean {
  return /^(close:refused:update-|end:4400)/.test(word)
}

/** A client of a device's own, let in to the document. */
async function rough(server: TestServer): Promise<{ readonly raw: RawLine; readonly document: string }> {
  const device = await serviceDevice(server, 'agents')
  const { options } = device
  device.close()
  const document = `${options.company}/${CUSTOMERS}`
  const raw = await openRawLine(`ws://127.0.0.1:${server.port}/sync`, '')
  raw.auth(document, options.token ?? '')
  await expect.poll(() => raw.heard).toContain('auth')
  raw.sync(document, 1, Y.encodeStateAsUpdate(new Y.Doc()))
  return { raw, document }
}

/** Sends all at once: questions, documents that there are none of, the whole state again and again, garbage at the end. */
function flood({ raw, document }: Awaited<ReturnType<typeof rough>>, random: () => number): void {
  const many = () => Math.floor(random() * MOST)
  for (let left = many(); left > 0; left--) raw.stateless(document, 'time')
  for (let left = many(); left > 0; left--) raw.stateless(`nobody/${left}`, 'time')
  for (let left = many() / 10; left > 0; left--) raw.sync(document, 0, Y.encodeStateVector(new Y.Doc()))
  for (let left = many() / 10; left > 0; left--) raw.sync(document, 1, Y.encodeStateAsUpdate(new Y.Doc()))
  for (let left = many() / 10; left > 0; left--) raw.auth(`${document}${left}`, 'replica:ZZZZ')
  raw.sync(document, 2, junk(random, 64))
  for (let left = 50; left > 0; left--) raw.bytes(junk(random, 64))
}

test(`J6: clients that flood with questions and garbage, ${FLOODS} times, do not stop the others (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  await using server = await startServer({ args: ['--host', '127.0.0.1'] })
  const other = await serviceDevice(server, 'agents')
  const there = await other.synced(CUSTOMERS)
  const ids: string[] = []
  for (let round = 0; round < FLOODS; round++) {
    const lines = await Promise.all(Array.from({ length: LINES }, () => rough(server)))
    for (const line of lines) flood(line, random)
    const id = newId(COMMON, Date.now())
    const began = performance.now()
    other.act((tx) => tx.create(customers, id, { name: `in flood ${round}` }))
    ids.push(id)
    await other.saved(there)
    expect(performance.now() - began).toBeLessThan(PATIENCE)
    for (const { raw } of lines) await expect.poll(() => raw.heard.some(isEnd)).toBe(true)
    for (const { raw } of lines) raw.close()
  }
  expect(there.reasons).toEqual([])
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  other.close()
  await server.stop()
  const stored = (await onDisk(server.data, CUSTOMERS)).getMap('customers')
  expect([...stored.keys()].sort()).toEqual(ids.map((id) => `${id}#${other.options.replica}`).sort())
})
