import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Device, Held } from '../../sync-server/sync/testing/device.ts'
import { Replica } from '../../sync-server/sync/testing/replica.ts'
import { QUARTER, sampleOrder, setUp } from '../../sync-server/sync/testing/samples.ts'
import { startSync, type TestSync } from '../../sync-server/sync/testing/sync-server.ts'
import { seeded } from '../support/random.ts'
import { ByHand } from './support/by-hand.ts'
import { DOORS, FORGERIES, type Victim } from './support/forgeries.ts'
import { junk, spoilt } from './support/junk.ts'
import { SEED, times } from './support/length.ts'

const WITHIN = times(5, 30) * 60_000
const SENT = times(20, 1000)
const FORGED = times(20, 600)
const ORDERS = 5

let server: TestSync
let max: Device
let held: Held
let byHand: ByHand
let random: () => number
beforeEach(async () => {
  random = seeded(SEED)
  server = await startSync()
  await setUp(server.sync.author)
  max = await server.device('max')
  await max.synced('setup')
  held = await max.synced(QUARTER)
  for (let i = 0; i < ORDERS; i++) max.run('createOrder', sampleOrder())
  await max.saved(held)
  byHand = new ByHand(server, QUARTER)
})
afterEach(async () => {
  byHand.close()
  await server.stop()
})

/** Each is tried, also where few are. */
const inTurn = <T>(of: readonly T[], n: number): T => of[n % of.length] as T
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T

/** The document is whole in the server's storage and on max's device, where he can work on. */
async function expectWhole(): Promise<void> {
  const order = sampleOrder()
  max.run('createOrder', order)
  await max.saved(held)
  const stored = await byHand.stored()
  expect(stored.store.pendingStructs).toBeNull()
  expect([...stored.getMap('orders').keys()]).toContain(`${order.id}#${max.options.replica}`)
  const orders = () => held.doc.getMap('orders').toJSON()
  await expect.poll(orders).toEqual(stored.getMap('orders').toJSON())
  expect(held.reasons).toEqual([])
  expect(server.sync.health().ok).toBe(true)
}

/** What a client hears behind garbage: that all is taken, a refusal, or Hocuspocus' word for a question that it cannot read. */
function isAnswer(word: string): boolean {
  return /^(stateless:marked:1|close:refused:(update|role)-|close:Reset Connection|end:4400)/.test(word)
}

test(`J5, J6: a client sends garbage ${SENT} times: it is refused or as good as any, and nothing of others changes (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const before = (await byHand.stored()).getMap('orders').toJSON()
  const adam = await server.storage.addReplica('adam', 'by hand', Date.now())
  for (let sent = 0; sent < SENT; sent++) {
    const raw = await byHand.line('adam', adam)
    const own = new Replica(adam, await byHand.stored())
    const { id, fields } = sampleOrder()
    own.create('orders', id, fields)
    own.write('orders', id, 'note', 'a note')
    const state = Y.encodeStateAsUpdate(own.doc)
    const update = own.send()
    const chance = random()
    if (chance < 0.2) raw.bytes(junk(random, 1 + Math.floor(random() * 200)))
    else if (chance < 0.6) raw.sync(byHand.document, 2, spoilt(random, update))
    else if (chance < 0.9) raw.sync(byHand.document, 1, spoilt(random, state))
    else raw.sync(byHand.document, 0, junk(random, Math.floor(random() * 60)))
    raw.stateless(byHand.document, 'mark:1')
    await expect.poll(() => raw.heard.some(isAnswer)).toBe(true)
    raw.close()
  }
  expect((await byHand.stored()).getMap('orders').toJSON()).toMatchObject(before)
  await expectWhole()
})

test(`J5, J6: a client forges another's document or replica ${FORGED} times: it is refused by the reason, and nothing of it stands (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const mira = await server.storage.addReplica('mira', 'by hand', Date.now())
  const before = await byHand.standing()
  const ids = [...new Set(Object.keys(before.orders).map((key) => key.split(/[/#]/)[0] ?? ''))]
  for (let forged = 0; forged < FORGED; forged++) {
    const door = inTurn(DOORS, forged)
    const asked = door.asks({
      company: server.company,
      document: byHand.document,
      own: mira,
      other: max.options.replica,
    })
    const stranger = await byHand.open(asked.user ?? 'mira')
    stranger.auth(asked.document, asked.token)
    await expect.poll(() => stranger.heard).toContain(`denied:${door.code}`)
    stranger.close()

    const victim: Victim = { id: pick(ids), replica: max.options.replica, client: held.doc.clientID }
    const { code, forge } = inTurn(FORGERIES, forged)
    const raw = await byHand.line('mira', mira)
    raw.sync(byHand.document, 2, forge(new Replica(mira, await byHand.stored()), victim))
    await expect.poll(() => raw.heard).toContain(`close:refused:${code}`)
    raw.close()
  }
  expect(await byHand.standing()).toEqual(before)
  await expectWhole()
})
