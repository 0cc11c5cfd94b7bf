import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { QUARTER } from '../../sync-server/sync/testing/samples.ts'
import { seeded } from '../support/random.ts'
import { SEED, times } from './support/length.ts'
import { Several } from './support/several.ts'
import { alike, allSaved, healthIs, startAll, stopAll, toldMore, toldTo } from './support/together.ts'

const WITHIN = times(5, 30) * 60_000
/** Within so long after it is back, ms. */
const SOON = 5000
/** How often Redis goes, and for how long, s. */
const OUTAGES = times(1, 2)
const AWAY = times(1, 60)
const DEATHS = times(2, 10)
const KILLS = times(1, 6)

let several: Several
beforeEach(async () => {
  several = await Several.start()
})
afterEach(() => several.close())

test(`J24: Redis is gone and back, ${OUTAGES} times for ${AWAY} s: both servers journal, acknowledge and open meanwhile; soon after all are alike without a further edit (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const devices = await several.writers(2, seeded(SEED))
  const writers = devices.map(({ writer }) => writer)
  for (let outage = 0; outage < OUTAGES; outage++) {
    startAll(writers)
    await toldMore(writers, 10)
    await several.redis.stop()
    const due = after(AWAY * 1000)
    await toldMore(writers, 20)
    for (const server of several.servers) {
      const { device } = await several.device(server)
      await device.synced('goods')
      await device.synced(QUARTER)
    }
    await due
    stopAll(writers)
    await allSaved(writers)
    await several.redis.start()
    await alike(several, writers, SOON)
  }
  expect(toldTo(writers)).toBeGreaterThan(120)
})

test(`J25: PostgreSQL dies and comes back, ${DEATHS} times: nothing that was told is lost, all goes on by itself (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  const devices = await several.writers(2, random)
  const writers = devices.map(({ writer }) => writer)
  for (let death = 0; death < DEATHS; death++) {
    startAll(writers)
    await toldMore(writers, 10)
    await after(random() * 200)
    await several.postgres.kill()
    await healthIs(several, 503)
    stopAll(writers)
    await several.postgres.restart()
    await healthIs(several, 200)
    // What was refused for now is brought again by a device that attaches the document anew, as the program does.
    for (const { device, writer } of devices) await device.again(writer.held)
    await allSaved(writers)
    await alike(several, writers, 30_000)
  }
})

test(`J21, J23: a server is killed under load, ${KILLS} times: its devices go on at the other, signed in, and nothing is lost (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  const devices = await several.writers(2, random)
  const writers = devices.map(({ writer }) => writer)
  const [one, other] = several.servers
  for (let kill = 0; kill < KILLS; kill++) {
    const [killed, left] = random() < 0.5 ? [one, other] : [other, one]
    startAll(writers)
    await toldMore(writers, 10)
    await after(random() * 200)
    await killed.kill()
    for (const { line } of devices) line.lead(left.port)
    await toldMore(writers, 10)
    stopAll(writers)
    await allSaved(writers)
    await alike(several, writers, 30_000)
    await killed.restart()
    for (const { line } of devices.slice(0, 2)) line.lead(killed.port)
    startAll(writers)
    await toldMore(writers, 5)
    stopAll(writers)
    await allSaved(writers)
    await alike(several, writers, 30_000)
  }
})
