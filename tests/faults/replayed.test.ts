import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Device } from '../../sync-server/sync/testing/device.ts'
import { openRawLine, type RawLine } from '../../sync-server/sync/testing/raw-line.ts'
import { Replica } from '../../sync-server/sync/testing/replica.ts'
import { QUARTER, sampleOrder, setUp } from '../../sync-server/sync/testing/samples.ts'
import { startSync, type TestSync } from '../../sync-server/sync/testing/sync-server.ts'
import { seeded } from '../support/random.ts'
import { SEED, times } from './support/length.ts'

const REPLAYS = times(20, 400)
const WITHIN = times(5, 30) * 60_000
const CHANGE = 2

let server: TestSync
let mira: Device
let frames: Uint8Array[]
const lines: RawLine[] = []
beforeEach(async () => {
  server = await startSync()
  await setUp(server.sync.author)
  mira = await server.device('mira')
  frames = []
})
afterEach(async () => {
  for (const line of lines.splice(0)) line.close()
  await server.stop()
})

const document = () => `${server.company}/${QUARTER}`

/** What somebody who listens on mira's line has: every change that she sent, in order. */
async function recorded(orders: number) {
  await mira.synced('setup')
  const held = await mira.synced(QUARTER)
  held.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== held.provider) frames.push(update)
  })
  for (let i = 0; i < orders; i++) {
    const { id } = sampleOrder()
    mira.run('createOrder', { ...sampleOrder(), id })
    mira.run('setOrder', { id, fields: { note: `note ${i}` } })
  }
  await mira.saved(held)
  return held
}

async function line(user: string, replica: string): Promise<RawLine> {
  const raw = await openRawLine(server.url, user)
  lines.push(raw)
  raw.auth(document(), `replica:${replica}`)
  await expect.poll(() => raw.heard).toContain('auth')
  return raw
}

/** The document as it stands on the disk, with its trail's length. */
async function standing() {
  const { state, updates } = await server.storage.load(document())
  const doc = new Y.Doc()
  for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
  const orders = doc.getMap('orders').toJSON()
  const ids = new Set(Object.keys(orders).map((key) => key.split(/[/#]/)[0] ?? ''))
  const trail = await Promise.all(
    [...ids].map((record) => server.storage.audit({ collection: 'orders', record }, null, 1000)),
  )
  return { orders, trail: trail.flatMap(({ entries }) => entries).length }
}

test(`J5: a client that sends another's recorded frames, ${REPLAYS} times in any order: nothing is written twice or in another's name (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  await recorded(5)
  const before = await standing()
  const max = await server.storage.addReplica('max', 'thief', Date.now())
  // As himself, and as herself again: her cookie lets him in, her frames are known.
  for (const [user, replica] of [
    ['max', max],
    ['mira', mira.options.replica],
  ] as const) {
    const raw = await line(user, replica)
    raw.sync(document(), 1, Y.encodeStateAsUpdate(new Y.Doc()))
    for (let i = 0; i < REPLAYS; i++)
      raw.sync(document(), CHANGE, frames[Math.floor(random() * frames.length)] ?? frames[0] ?? new Uint8Array())
    raw.stateless(document(), 'mark:1')
    await expect.poll(() => raw.heard).toContain('stateless:marked:1')
  }
  expect(await standing()).toEqual(before)
})

test('J5: frames that the server has not seen are not taken from another replica: the writer is refused, hers arrive', async () => {
  const held = await recorded(1)
  // What she wrote and has not sent yet, as somebody at her line would have it first.
  const away = new Replica(mira.options.replica)
  const { id, fields } = sampleOrder()
  away.create('orders', id, fields)
  const update = away.send()
  const max = await server.storage.addReplica('max', 'thief', Date.now())
  const raw = await line('max', max)
  raw.sync(document(), 1, Y.encodeStateAsUpdate(new Y.Doc()))
  raw.sync(document(), CHANGE, update)
  await expect.poll(() => raw.heard).toContain('close:refused:update-foreign-replica')
  const before = await standing()
  expect(Object.keys(before.orders)).not.toContain(`${id}#${mira.options.replica}`)
  Y.applyUpdate(held.doc, update)
  await mira.saved(held)
  const { orders } = await standing()
  expect(Object.keys(orders)).toContain(`${id}#${mira.options.replica}`)
})
