import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../testing/eventually.ts'
import { openRawLine, type RawLine } from '../testing/raw-line.ts'
import { CUSTOMER, Replica } from '../testing/replica.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

const NOTHING = Y.encodeStateAsUpdate(new Y.Doc())
const EMPTY = Y.encodeStateVector(new Y.Doc())

let server: TestSync
let line: RawLine
let document: string
let replica: Replica
let token: string
beforeEach(async () => {
  server = await startSync()
  document = `${server.company}/customers/common`
  replica = new Replica(await server.storage.addReplica('mira', 'by hand', 0))
  token = `replica:${replica.name}`
  line = await openRawLine(server.url, 'mira')
})
afterEach(async () => {
  line.close()
  await server.stop()
})

async function keysStored(): Promise<string[]> {
  const { state, updates } = await server.storage.load(document)
  const doc = new Y.Doc()
  for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
  return [...doc.getMap('customers').keys()]
}

/** Two changes, of which the second follows on the first. */
function twoChanges(): [Uint8Array, Uint8Array] {
  replica.create('customers', CUSTOMER, { name: 'a' })
  const first = replica.send()
  replica.write('customers', CUSTOMER, 'name', 'b')
  return [first, replica.send()]
}

test('J7, J4: a change ahead of the state is passed over, and its mark is answered behind the state', async () => {
  const [, second] = twoChanges()
  line.auth(document, token)
  line.sync(document, 0, EMPTY)
  line.sync(document, 2, second)
  line.stateless(document, 'mark:1')
  line.stateless(document, 'time')
  await eventually(() => line.heard.some((word) => word.startsWith('stateless:time'))).toBe(true)
  expect(line.heard).not.toContain('stateless:marked:1')
  expect(await keysStored()).toEqual([])
  const other = await (await server.device('max')).synced('customers/common')
  expect(other.doc.store.pendingStructs).toBeNull()
  line.sync(document, 1, Y.encodeStateAsUpdate(replica.doc))
  line.stateless(document, 'mark:2')
  await eventually(() => line.heard).toContain('stateless:marked:2')
  expect(line.heard).toContain('stateless:marked:1')
  expect(await keysStored()).toHaveLength(2)
})

test('J7: after the state a gap is a gap', async () => {
  const [first, second] = twoChanges()
  line.auth(document, token)
  line.sync(document, 1, NOTHING)
  line.sync(document, 2, second)
  await eventually(() => line.heard).toContain('close:refused:update-gap')
  line.auth(document, token)
  line.sync(document, 1, NOTHING)
  line.sync(document, 2, first)
  line.sync(document, 2, second)
  line.stateless(document, 'mark:1')
  await eventually(() => line.heard).toContain('stateless:marked:1')
  expect(await keysStored()).toHaveLength(2)
})

test('J7: a state with a gap is refused, also when changes were passed over before it', async () => {
  const [, second] = twoChanges()
  line.auth(document, token)
  line.sync(document, 2, second)
  line.sync(document, 1, second)
  await eventually(() => line.heard).toContain('close:refused:update-gap')
  expect(line.heard.filter((word) => word === 'saved:1')).toHaveLength(1)
})

test('J6: bytes that do not decode are refused in words, nothing is applied, the document goes on', async () => {
  const [first] = twoChanges()
  line.auth(document, token)
  line.sync(document, 2, crypto.getRandomValues(new Uint8Array(1000)))
  await eventually(() => line.heard).toContain('close:refused:update-undecodable')
  line.auth(document, token)
  line.sync(document, 2, first)
  line.sync(document, 1, NOTHING)
  line.stateless(document, 'mark:1')
  await eventually(() => line.heard).toContain('stateless:marked:1')
  expect(await keysStored()).toEqual([`${CUSTOMER}#${replica.name}`])
})

test('J6: what is sent without, or before, being let in is not taken', async () => {
  const [first] = twoChanges()
  line.sync(document, 2, first)
  line.sync(document, 1, first)
  line.stateless(document, 'mark:1')
  line.auth(document, 'replica:ZZZZ')
  line.sync(document, 2, first)
  await eventually(() => line.heard).toContain('denied:replica-unknown')
  line.sync(document, 2, first)
  line.auth(document, token)
  line.sync(document, 1, NOTHING)
  line.stateless(document, 'mark:2')
  await eventually(() => line.heard).toContain('stateless:marked:2')
  expect(line.heard).not.toContain('stateless:marked:1')
  expect(await keysStored()).toEqual([])
})

test('J8: a viewer’s hand-made client is refused at its first change', async () => {
  const viewer = new Replica(await server.storage.addReplica('vera', 'by hand', 0))
  const other = await openRawLine(server.url, 'vera')
  viewer.create('customers', CUSTOMER, { name: 'a' })
  other.auth(document, `replica:${viewer.name}`)
  other.sync(document, 2, viewer.send())
  await eventually(() => other.heard).toContain('close:refused:role-forbids')
  expect(await keysStored()).toEqual([])
  other.close()
})

test('a second session on a document, a broadcast, a message of an unknown kind, an odd frame: nobody else is disturbed', async () => {
  const quiet = await server.device('max')
  const held = await quiet.synced('customers/common')
  for (const odd of [`${document}\u0000session`, 'x'.repeat(300)]) {
    const bad = await openRawLine(server.url, 'mira')
    bad.auth(odd, token)
    await eventually(() => bad.heard.length).toBeGreaterThan(0)
    bad.close()
  }
  line.auth(document, token)
  line.bytes(Uint8Array.of(document.length, ...new TextEncoder().encode(document), 6, 1, 65))
  await eventually(() => line.heard).toContain('end:4400:update-undecodable')
  expect(held.reasons).toEqual([])
  await quiet.saved(held)
})

test('a page of another site may not connect', async () => {
  const guarded = await startSync({ isWelcome: (headers) => headers.get('origin') === null })
  await expect(fetchUpgrade(guarded.url)).resolves.toBe(403)
  await guarded.stop()
})

/** The status with which an upgrade of another site's page is answered. */
async function fetchUpgrade(url: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'x'.repeat(22),
      origin: 'https://evil.test',
    }
    const asked = request(url.replace('ws:', 'http:'), { headers })
    asked.on('response', (response) => resolve(response.statusCode ?? 0))
    asked.on('error', reject)
    asked.end()
  })
}
