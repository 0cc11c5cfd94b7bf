import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../shared/customers/collections.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { newId } from '../../shared/records/keys/id.ts'
import type { Device, Held } from '../../sync-server/sync/testing/device.ts'
import { Replica } from '../../sync-server/sync/testing/replica.ts'
import { seeded } from '../support/random.ts'
import { startServer } from '../support/server.ts'
import { serviceDevice } from './support/company.ts'
import { onDisk } from './support/disk.ts'
import { SEED, times } from './support/length.ts'

const CUSTOMERS = `customers/${COMMON}`
const MEBIBYTE = 1024 * 1024
const WITHIN = times(5, 30) * 60_000
const ROUNDS = times(1, 5)

/** A server with two devices, of which one is there all the time. */
async function begin() {
  const server = await startServer({ args: ['--host', '127.0.0.1'] })
  const [device, other] = [await serviceDevice(server, 'agents'), await serviceDevice(server, 'agents')]
  const there = await other.synced(CUSTOMERS)
  const cut = { count: 0 }
  other.socket.on('close', () => cut.count++)
  return {
    server,
    device,
    other,
    there,
    /** How often the other device lost its line. */
    cut,
    async [Symbol.asyncDispose]() {
      device.close()
      other.close()
      await server.close()
    },
  }
}

type Begun = Awaited<ReturnType<typeof begin>>

/** What the device wrote without a line: customers with notes of so many letters, until they are more than so many bytes. */
function writtenAway({ device }: Begun, bytes: number, letters: number): Y.Doc {
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
async function othersWrite({ other, there }: Begun, until: Promise<unknown>): Promise<string[]> {
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
async function taken(device: Device, held: Held): Promise<void> {
  await expect.poll(() => held.provider.isSynced).toBe(true)
  await device.saved(held)
}

/** Resolves when the server has closed the document's connection. */
async function closed({ reasons }: Held): Promise<void> {
  await expect.poll(() => reasons.length).toBeGreaterThan(0)
}

/** The keys of records that stand on the disk. */
async function keysOnDisk({ server }: Begun): Promise<Set<string>> {
  await server.stop()
  return new Set((await onDisk(server.data, CUSTOMERS)).getMap('customers').keys())
}

/** Brings so many bytes in notes of so many letters, which the server takes. */
async function bring(bytes: number, letters: number): Promise<void> {
  await using all = await begin()
  const { device, other, there, cut } = all
  const doc = writtenAway(all, bytes, letters)
  const written = [...doc.getMap('customers').keys()]
  const held = device.attach(CUSTOMERS, doc)
  const meanwhile = await othersWrite(all, taken(device, held))
  const count = written.length + meanwhile.length
  const counts = () => [doc, there.doc].map((one) => one.getMap('customers').size)
  await expect.poll(counts).toEqual([count, count])
  expect([held.reasons, there.reasons, cut.count]).toEqual([[], [], 0])
  const stored = await keysOnDisk(all)
  for (const key of written) expect(stored.has(key)).toBe(true)
  for (const id of meanwhile) expect(stored.has(`${id}#${other.options.replica}`)).toBe(true)
}

/** Brings so many bytes, over the limit, which the server refuses. */
async function bringTooMany(bytes: number, letters: number): Promise<void> {
  await using all = await begin()
  const { server, device, other, there, cut } = all
  const held = device.attach(CUSTOMERS, writtenAway(all, bytes, letters))
  const meanwhile = await othersWrite(all, closed(held))
  expect(held.reasons).toEqual(['refused:update-too-large'])
  expect(server.log.find((line) => line.includes('"code":"update-too-large"'))).toContain('"msg":"refused"')
  expect([there.reasons, cut.count]).toEqual([[], 0])
  held.provider.destroy()
  const fresh = await device.synced(CUSTOMERS)
  const id = newId(COMMON, Date.now())
  device.act((tx) => tx.create(customers, id, { name: 'after it' }))
  await device.saved(fresh)
  const own = [...meanwhile.map((one) => `${one}#${other.options.replica}`), `${id}#${device.options.replica}`]
  expect([...(await keysOnDisk(all))].sort()).toEqual(own.sort())
}

test(`J1: a device that was away for long, ${ROUNDS} times, brings 30 MB and more in one update: all of it is taken, nobody is cut off (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  for (let round = 0; round < ROUNDS; round++) {
    const more = round === 0 ? 0 : Math.floor(random() * 25)
    await bring((30 + more) * MEBIBYTE, 10_000 + Math.floor(random() * 90_000))
  }
})

test(`J6: an update over the limit of 64 MB, ${ROUNDS} times, is refused in words and not applied, nobody is cut off, the device goes on (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  for (let round = 0; round < ROUNDS; round++) {
    const more = round === 0 ? 0 : Math.floor(random() * 50)
    await bringTooMany((65 + more) * MEBIBYTE, 50_000 + Math.floor(random() * 50_000))
  }
})
