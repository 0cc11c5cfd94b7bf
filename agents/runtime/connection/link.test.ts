import { setImmediate } from 'node:timers/promises'
import { WebSocketStatus } from '@hocuspocus/provider'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../../shared/records/keys/id.ts'
import { readServiceKey } from '../../../sync-server/sync/service-key.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import { startSync, type TestSync } from '../../../sync-server/sync/testing/sync-server.ts'
import { type Relay, startRelay } from '../../../tests/support/relay/relay.ts'
import { Link } from './link.ts'
import { openSocket, type Socket } from './socket.ts'

const CUSTOMERS = 'customers/common'
let server: TestSync
let relay: Relay
let socket: Socket
let who: string

beforeEach(async () => {
  server = await startSync()
  relay = await startRelay({ target: Number(new URL(server.url).port) })
  who = `service:${readServiceKey(server.folder)}:agents:${await server.storage.addReplica('agents', 'test', Date.now())}`
  socket = openSocket(`http://127.0.0.1:${relay.port}`)
})
afterEach(async () => {
  socket.provider.destroy()
  await relay.close()
  await server.stop()
})

/** The customers on the line, and how many it had whenever it was told to be in step. */
function attach(doc = new Y.Doc()) {
  const told: number[] = []
  const link = new Link(socket, `${server.company}/${CUSTOMERS}`, doc, who, {
    synced: () => told.push(doc.getMap('customers').size),
    marked: () => {},
    delayed: () => {},
    refused: () => {},
  })
  return { told, link }
}

/** A copy that has all that the server has, which answers it that it lacks nothing. */
async function whole(): Promise<Y.Doc> {
  const device = await server.device('max')
  const held = await device.synced(CUSTOMERS)
  device.run('createRecord', { collection: 'customers', id: newId('common', Date.now()), values: { name: 'Anna' } })
  await device.saved(held)
  return held.doc
}

test('J34: attached and let go amid its handshake, a document does not tell its next copy to be in step', async () => {
  const doc = await whole()
  await eventually(() => socket.provider.status).toBe(WebSocketStatus.Connected)
  relay.freeze()
  const earlier = attach(doc)
  // It asks in microtasks of this turn.
  await setImmediate()
  earlier.link.close()
  const next = attach()
  relay.restore()
  await eventually(() => next.told).not.toEqual([])
  expect(next.told).toEqual([1])
  next.link.close()
})
