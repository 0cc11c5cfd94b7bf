import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Device } from '../../sync-server/sync/testing/device.ts'
import { Replica } from '../../sync-server/sync/testing/replica.ts'
import { QUARTER, sampleOrder, setUp } from '../../sync-server/sync/testing/samples.ts'
import { startSync, type TestSync } from '../../sync-server/sync/testing/sync-server.ts'
import { seeded } from '../support/random.ts'
import { ByHand } from './support/by-hand.ts'
import { SEED, times } from './support/length.ts'

const REPLAYS = times(20, 400)
const THEFTS = times(1, 50)
const WITHIN = times(5, 30) * 60_000
const CHANGE = 2

let server: TestSync
let mira: Device
let frames: Uint8Array[]
let byHand: ByHand
beforeEach(async () => {
  server = await startSync()
  await setUp(server.sync.author)
  mira = await server.device('mira')
  frames = []
  byHand = new ByHand(server, QUARTER)
})
afterEach(async () => {
  byHand.close()
  await server.stop()
})

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

test(`J5: a client that sends another's recorded frames, ${REPLAYS} times in any order: nothing is written twice or in another's name (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  await recorded(5)
  const before = await byHand.standing()
  const max = await server.storage.addReplica('max', 'thief', Date.now())
  // As himself, and as herself again: her cookie lets him in, her frames are known.
  for (const [user, replica] of [
    ['max', max],
    ['mira', mira.options.replica],
  ] as const) {
    const raw = await byHand.line(user, replica)
    for (let i = 0; i < REPLAYS; i++)
      raw.sync(byHand.document, CHANGE, frames[Math.floor(random() * frames.length)] ?? frames[0] ?? new Uint8Array())
    raw.stateless(byHand.document, 'mark:1')
    await expect.poll(() => raw.heard).toContain('stateless:marked:1')
  }
  expect(await byHand.standing()).toEqual(before)
})

test(`J5: frames that the server has not seen, ${THEFTS} times, are not taken from another replica: he is refused, from their writer they are taken`, {
  timeout: WITHIN,
}, async () => {
  const held = await recorded(1)
  const max = await server.storage.addReplica('max', 'thief', Date.now())
  for (let theft = 0; theft < THEFTS; theft++) {
    // What she wrote and has not sent yet, as somebody at her line would have it first.
    const away = new Replica(mira.options.replica)
    const { id, fields } = sampleOrder()
    away.create('orders', id, fields)
    const update = away.send()
    const raw = await byHand.line('max', max)
    raw.sync(byHand.document, CHANGE, update)
    await expect.poll(() => raw.heard).toContain('close:refused:update-foreign-replica')
    const before = await byHand.standing()
    expect(Object.keys(before.orders)).not.toContain(`${id}#${mira.options.replica}`)
    Y.applyUpdate(held.doc, update)
    await mira.saved(held)
    const { orders } = await byHand.standing()
    expect(Object.keys(orders)).toContain(`${id}#${mira.options.replica}`)
  }
})
