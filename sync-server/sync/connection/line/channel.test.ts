import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../../testing/eventually.ts'
import { openRawLine } from '../../testing/raw-line.ts'
import { CUSTOMER, Replica } from '../../testing/replica.ts'
import { startSync, type TestSync } from '../../testing/sync-server.ts'

const NOTHING = Y.encodeStateAsUpdate(new Y.Doc())

let server: TestSync
beforeEach(async () => {
  server = await startSync()
})
afterEach(() => server.stop())

/** Opens a line and lets it in. */
async function letIn() {
  const document = `${server.company}/customers/common`
  const replica = new Replica(await server.storage.addReplica('mira', 'by hand', 0))
  const line = await openRawLine(server.url, 'mira')
  line.auth(document, `replica:${replica.name}`)
  line.sync(document, 1, NOTHING)
  return { line, replica, document, change: (update: Uint8Array) => line.sync(document, 2, update) }
}

test('changes that come faster than the disk go together, and each is acknowledged', async () => {
  const { line, replica, document, change } = await letIn()
  for (let i = 0; i < 1000; i++) {
    replica.write('customers', CUSTOMER, `x${i % 300}`, i)
    change(replica.send())
    if (i % 250 === 100) line.stateless(document, `mark:${i}`)
  }
  await eventually(() => line.heard.filter((word) => word === 'saved:1').length).toBe(1001)
  expect(line.heard.filter((word) => word.startsWith('stateless:'))).toEqual(
    [100, 350, 600, 850].map((i) => `stateless:marked:${i}`),
  )
  const { updates } = await server.storage.load(document)
  expect(updates.length).toBeLessThan(100)
  const stored = new Y.Doc()
  for (const update of updates) Y.applyUpdate(stored, update)
  expect(stored.getMap('customers').toJSON()).toEqual(replica.doc.getMap('customers').toJSON())
  line.close()
})

test('a mark between changes is answered when what stands before it is journalled, and not what stands behind', async () => {
  const { line, replica, document, change } = await letIn()
  replica.write('customers', CUSTOMER, 'name', 'a')
  change(replica.send())
  line.stateless(document, 'mark:1')
  replica.put('customers', 'odd', 'x')
  change(replica.send())
  line.stateless(document, 'mark:2')
  await eventually(() => line.heard).toContain('close:refused:update-odd-key')
  expect(line.heard).toContain('stateless:marked:1')
  expect(line.heard).not.toContain('stateless:marked:2')
  line.close()
})

test('a change that does not decode, among others, is refused by its name', async () => {
  const { line, replica, change } = await letIn()
  for (let i = 0; i < 5; i++) {
    replica.write('customers', CUSTOMER, 'name', i)
    change(replica.send())
    if (i === 2) change(Uint8Array.of(9, 9, 9, 9))
  }
  await eventually(() => line.heard).toContain('close:refused:update-undecodable')
  line.close()
})

test('a provider’s own count of unsynced changes comes to nothing', async () => {
  const device = await server.device('mira')
  const held = await device.synced('customers/common')
  for (let i = 0; i < 500; i++)
    held.doc.getMap('customers').set(`${CUSTOMER}/x${i}#${device.options.replica}`, `${device.clock.tick()} 1`)
  expect(held.provider.unsyncedChanges).toBeGreaterThanOrEqual(500)
  await eventually(() => held.provider.unsyncedChanges).toBe(0)
  expect((await server.storage.load(held.name)).updates.length).toBeLessThan(100)
})
