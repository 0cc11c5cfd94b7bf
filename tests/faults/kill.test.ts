import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { orders } from '../../shared/orders/collections.ts'
import { RecordSet } from '../../shared/records/record-set.ts'
import { QUARTER } from '../../sync-server/sync/testing/samples.ts'
import { seeded } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { serviceDevice, setUpKind } from './support/company.ts'
import { onDisk } from './support/disk.ts'
import { Writer } from './support/writer.ts'

const SEED = Number(process.env.VORONKA_SEED ?? 20261123)
const KILLS = 30
const WRITERS = 4

let server: TestServer
const writers: Writer[] = []
beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1', '--compact-after', '60'] })
})
afterEach(async () => {
  for (const writer of writers) {
    writer.stop()
    writer.device.close()
  }
  await server.close()
})

test(`J1: killed ${KILLS} times at random under load, nothing that was said to be saved is missing (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  await setUpKind(server)
  for (let i = 0; i < WRITERS; i++) {
    const device = await serviceDevice(server, 'agents')
    await device.synced('setup')
    writers.push(new Writer(device, random))
  }
  let told = 0
  for (let kill = 0; kill < KILLS; kill++) {
    await expect.poll(() => writers.every((writer) => writer.held.provider.isSynced), { timeout: 20_000 }).toBe(true)
    for (const writer of writers) writer.start()
    await after(30 + random() * 500)
    await server.kill()
    told = checkDisk(await onDisk(server.data, QUARTER), kill)
    for (const writer of writers) writer.stop()
    await server.restart()
  }
  expect(told).toBeGreaterThan(KILLS * 20)
  await expect.poll(() => writers.map((writer) => writer.waiting), { timeout: 20_000 }).toEqual(writers.map(() => 0))
  expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(/^voronka_documents \d/m)
  await server.stop()
  expect(server.log.filter((line) => /"level":[456]0/.test(line) && !line.includes('client is not built'))).toEqual([])
  const left = await onDisk(server.data, QUARTER)
  checkDisk(left, KILLS)
  for (const { held } of writers) expect(held.doc.getMap('orders').toJSON()).toEqual(left.getMap('orders').toJSON())
})

/** Every write that anybody was told is saved stands on the disk, or a later one of the same replica in its place. */
function checkDisk(doc: Y.Doc, kill: number): number {
  expect(doc.store.pendingStructs).toBeNull()
  const stored = doc.getMap('orders')
  let told = 0
  for (const writer of writers) {
    for (const [key, text] of writer.told) {
      const there = stored.get(key)
      expect(there, `kill ${kill}: ${key} is missing`).toBeTypeOf('string')
      // A later write of the same key has a later stamp, and stamps stand first in the text.
      expect(String(there) >= text, `kill ${kill}: ${key} is older than what was said to be saved`).toBe(true)
    }
    told += writer.told.size
  }
  checkNumbers(doc)
  return told
}

/** J11: each order on the disk has its number, and no two have the same. */
function checkNumbers(doc: Y.Doc): void {
  const set = new RecordSet(doc, orders)
  const numbers = [...set.rows()].map((row) => row.number)
  expect(numbers).not.toContain(null)
  expect(new Set(numbers).size).toBe(numbers.length)
  set.close()
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
