import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Failure } from '../../../../shared/errors.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { type Device, type Held, socketWith } from '../../../../sync-server/sync/testing/device.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { startSync, type TestSync } from '../../../../sync-server/sync/testing/sync-server.ts'
import { seeded } from '../../../../tests/support/random.ts'
import { type Relay, startRelay } from '../../../../tests/support/relay/relay.ts'
import { Link } from './link.ts'
import { openSocket, type Socket } from './socket.ts'

const CUSTOMERS = 'customers/common'
let server: TestSync
let other: Device
let held: Held
let relay: Relay
let socket: Socket
let token: string

beforeEach(async () => {
  server = await startSync()
  other = await server.device('max')
  held = await other.synced(CUSTOMERS)
  relay = await startRelay({ target: Number(new URL(server.url).port) })
  token = `replica:${await server.storage.addReplica('mira', 'test', Date.now())}`
  vi.stubGlobal('WebSocket', socketWith('mira'))
  socket = openSocket(`ws://127.0.0.1:${relay.port}/sync`)
  await eventually(() => socket.isOpen()).toBe(true)
})
afterEach(async () => {
  socket.close()
  vi.unstubAllGlobals()
  await relay.close()
  await server.stop()
})

/** A copy of the customers on the line, and what it was told of how it stands: with how many records each time. */
function attach(name = `${server.company}/${CUSTOMERS}`, doc = new Y.Doc(), synced = () => {}) {
  const told: string[] = []
  const link = new Link(socket, { name, doc }, token, {
    synced: () => {
      told.push(`synced with ${doc.getMap('customers').size}`)
      synced()
    },
    marked: (mark) => told.push(`marked ${mark}`),
    lost: () => told.push('lost'),
    refused: (code) => told.push(code),
    denied: (code) => told.push(code),
    offset: () => {},
  })
  return { doc, told, link }
}

/**
 * A customer on the server; gives a copy that has him, as from the device's disk: the server answers it that it lacks
 * nothing.
 */
async function addCustomer(): Promise<Y.Doc> {
  other.run('createRecord', { collection: 'customers', id: newId('common', Date.now()), values: { name: 'Anna' } })
  await other.saved(held)
  return copyOf(held.doc)
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** The connection in which it came in step stands: what was asked in it is answered, behind all that was sent before. */
async function answered({ told, link }: ReturnType<typeof attach>): Promise<void> {
  link.mark(1)
  await eventually(() => told).toContain('marked 1')
}

/** What was attached has asked to be let in: that takes the provider no longer than the running task. */
const asked = () => setImmediate()

/** A copy with a customer that was let go before it was answered, on a line that is frozen. */
async function leftAmidHandshake() {
  const doc = await addCustomer()
  relay.freeze()
  const earlier = attach(undefined, doc)
  await asked()
  earlier.link.close()
  return earlier
}

test('J34: attached and let go amid its handshake, a document does not tell its next copy to be in step', async () => {
  const earlier = await leftAmidHandshake()
  const fresh = attach()
  relay.restore()
  await eventually(() => fresh.told).toContain('synced with 1')
  await answered(fresh)
  expect(fresh.told).toEqual(['synced with 1', 'marked 1'])
  expect(earlier.told).toEqual([])
  fresh.link.close()
})

test('J34: a line that breaks while a copy waits is told to it, and the next line lets it in at once', async () => {
  await leftAmidHandshake()
  const fresh = attach()
  await asked()
  relay.cut()
  // Told anew with every try that fails.
  const told = () => [...new Set(fresh.told)]
  await eventually(told).toEqual(['lost'])
  relay.restore()
  await eventually(told).toEqual(['lost', 'synced with 1'])
  fresh.link.close()
})

test('J34: a copy that was let go while it waited is never attached', async () => {
  await leftAmidHandshake()
  const waiting = attach()
  waiting.link.close()
  const last = attach()
  relay.restore()
  await eventually(() => last.told).toEqual(['synced with 1'])
  expect(waiting.told).toEqual([])
  last.link.close()
})

test('J34: who was not let in leaves nothing behind that the next one would wait for', async () => {
  const name = `${server.company}/nothing/there`
  const [refused, again] = [attach(name), () => attach(name)]
  await eventually(() => refused.told).toContain('document-unknown')
  refused.link.close()
  const next = again()
  await eventually(() => next.told).toContain('document-unknown')
  next.link.close()
})

test('J2: a document that storage could not give for now is asked for again, and nobody is told that it is denied', async () => {
  vi.spyOn(server.storage, 'load').mockRejectedValueOnce(new Failure('storage-failed'))
  const goods = attach(`${server.company}/goods`)
  await eventually(() => goods.told).toEqual(['lost', 'synced with 0'])
  goods.link.close()
})

test('J34: let go and taken again without a line, a document is let in once by the next', async () => {
  await addCustomer()
  const first = attach()
  await eventually(() => first.told).toEqual(['synced with 1'])
  relay.cut()
  await eventually(() => first.told).toEqual(['synced with 1', 'lost'])
  first.link.close()
  const second = attach()
  relay.restore()
  await eventually(() => second.told).toContain('synced with 1')
  await answered(second)
  // Before it was in step, it may have been told of tries that failed.
  expect(second.told.filter((word) => word !== 'lost')).toEqual(['synced with 1', 'marked 1'])
  expect(second.told.indexOf('synced with 1')).toBeGreaterThanOrEqual(second.told.lastIndexOf('lost'))
  second.link.close()
})

test('J40: of a line that is dead, be it without a word, each document hears that it is lost, and the next brings all', async () => {
  socket.close()
  socket = openSocket(`ws://127.0.0.1:${relay.port}/sync`, undefined, 500)
  const doc = await addCustomer()
  const { told, link } = attach(undefined, doc)
  await eventually(() => told).toContain('synced with 1')
  relay.freeze()
  await eventually(() => told).toContain('lost')
  relay.restore()
  await eventually(() => told.at(-1)).toBe('synced with 1')
  link.close()
})

test.each([1, 2, 3, 4, 5, 6])(
  'J34: seed %i: however often it is let go and taken again, who is in step has all',
  async (seed) => {
    const random = seeded(seed)
    const upTo = (most: number) => Math.floor(random() * most)
    const copies = [await addCustomer()]
    const [short, standing]: [string[], { link: Link | null; told: string[] }] = [[], { link: null, told: [] }]
    const again = () => {
      standing.link?.close()
      const [saved, known] = [copies.length, copies[upTo(2 * copies.length)]]
      const { doc, told, link } = attach(undefined, known ? copyOf(known) : new Y.Doc(), () => {
        if (doc.getMap('customers').size < saved) short.push(`${doc.getMap('customers').size} of ${saved}`)
      })
      Object.assign(standing, { link, told })
    }
    for (let step = 0; step < 80; step++) {
      const choice = upTo(12)
      if (choice < 8) again()
      else if (choice === 8) copies.push(await addCustomer())
      else if (choice === 9) relay.freeze()
      else relay.restore()
      for (let turns = upTo(4); turns > 0; turns--) await setImmediate()
      if (step === 40) relay.cut()
    }
    again()
    relay.restore()
    await eventually(() => standing.told.at(-1)).toBe(`synced with ${copies.length}`)
    expect(short).toEqual([])
    standing.link?.close()
  },
)
