import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../shared/customers/collections.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { newId } from '../../shared/records/keys/id.ts'
import type { Device, Held } from '../../sync-server/sync/testing/device.ts'
import { Replica } from '../../sync-server/sync/testing/replica.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { serviceDevice } from './support/company.ts'
import { onDisk } from './support/disk.ts'

const CUSTOMERS = `customers/${COMMON}`
const MEBIBYTE = 1024 * 1024

let server: TestServer
let device: Device
let other: Device
let there: Held
/** How often the other device lost its line. */
let cuts: number
beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1'] })
  device = await serviceDevice(server, 'agents')
  other = await serviceDevice(server, 'agents')
  there = await other.synced(CUSTOMERS)
  cuts = 0
  other.socket.on('close', () => cuts++)
})
afterEach(async () => {
  device.close()
  other.close()
  await server.close()
})

/** What the device wrote without a line: customers with notes of so many letters, until they are more than so many bytes. */
function writtenAway(bytes: number, letters: number): Y.Doc {
  const away = new Replica(device.options.replica)
  away.doc.transact(() => {
    for (let made = 0; made < bytes; made += letters) {
      away.create('customers', newId(COMMON, Date.now()), { name: `Customer ${made}`, note: 'n'.repeat(letters) })
    }
  })
  expect(Y.encodeStateAsUpdate(away.doc).length).toBeGreaterThan(bytes)
  return away.doc
}

/** The other device writes, one write after the other, until something is done; gives what it wrote. */
async function othersWrite(until: Promise<unknown>): Promise<string[]> {
  const ids: string[] = []
  let isDone = false
  const done = until.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const id = newId(COMMON, Date.now())
    other.act((tx) => tx.create(customers, id, { name: `meanwhile ${ids.length}` }))
    await other.saved(there)
    ids.push(id)
  }
  await done
  return ids
}

/** Resolves when the server has said that all of the device's is saved; before it knows the connection, it would not hear. */
async function taken(held: Held): Promise<void> {
  await expect.poll(() => held.provider.isSynced).toBe(true)
  await device.saved(held)
}

/** Resolves when the server has closed the document's connection. */
async function closed({ reasons }: Held): Promise<void> {
  await expect.poll(() => reasons.length).toBeGreaterThan(0)
}

/** The keys of records that stand on the disk. */
async function keysOnDisk(): Promise<Set<string>> {
  await server.stop()
  return new Set((await onDisk(server.data, CUSTOMERS)).getMap('customers').keys())
}

test('J1: a device that was away for long brings 30 MB in one update: all of it is taken, nobody is cut off', async () => {
  const doc = writtenAway(30 * MEBIBYTE, 10_000)
  const written = [...doc.getMap('customers').keys()]
  const held = device.attach(CUSTOMERS, doc)
  const meanwhile = await othersWrite(taken(held))
  const all = written.length + meanwhile.length
  const counts = () => [doc, there.doc].map((one) => one.getMap('customers').size)
  await expect.poll(counts).toEqual([all, all])
  expect([held.reasons, there.reasons, cuts]).toEqual([[], [], 0])
  const stored = await keysOnDisk()
  for (const key of written) expect(stored.has(key)).toBe(true)
  for (const id of meanwhile) expect(stored.has(`${id}#${other.options.replica}`)).toBe(true)
})

test('J6: an update over the limit of 64 MB is refused in words and not applied, nobody is cut off, the device goes on', async () => {
  const held = device.attach(CUSTOMERS, writtenAway(65 * MEBIBYTE, 60_000))
  const meanwhile = await othersWrite(closed(held))
  expect(held.reasons).toEqual(['refused:update-too-large'])
  expect(server.log.find((line) => line.includes('"code":"update-too-large"'))).toContain('"msg":"refused"')
  expect([there.reasons, cuts]).toEqual([[], 0])
  held.provider.destroy()
  const fresh = await device.synced(CUSTOMERS)
  const id = newId(COMMON, Date.now())
  device.act((tx) => tx.create(customers, id, { name: 'after it' }))
  await device.saved(fresh)
  const own = [...meanwhile.map((one) => `${one}#${other.options.replica}`), `${id}#${device.options.replica}`]
  expect([...(await keysOnDisk())].sort()).toEqual(own.sort())
})
