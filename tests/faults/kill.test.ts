import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { QUARTER } from '../../sync-server/sync/testing/samples.ts'
import { seeded } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { Crowd } from './support/crowd.ts'
import { onDisk } from './support/disk.ts'
import { SEED, times } from './support/length.ts'
import { expectTold, troublesIn } from './support/told.ts'

/** Each takes seconds on a busy machine, ms. */
const WITHIN = times(5, 60) * 60_000
const KILLS = times(30, 200)

let server: TestServer
let crowd: Crowd | undefined
beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1', '--compact-after', '60'] })
})
afterEach(async () => {
  crowd?.close()
  await server.close()
})

test(`J1: killed ${KILLS} times at random under load, nothing that was said to be saved is missing (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  crowd = await Crowd.gather(server, random)
  let told = 0
  for (let kill = 0; kill < KILLS; kill++) {
    await crowd.synced()
    crowd.start()
    await after(30 + random() * 500)
    await server.kill()
    told = expectTold(await onDisk(server.data, QUARTER), crowd.writers, `kill ${kill}`)
    crowd.stop()
    await server.restart()
  }
  expect(told).toBeGreaterThan(KILLS * 20)
  await crowd.saved()
  await crowd.alike(server)
  expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(/^voronka_documents \d/m)
  await server.stop()
  expect(troublesIn(server)).toEqual([])
  const left = await onDisk(server.data, QUARTER)
  expectTold(left, crowd.writers, 'at the end')
  for (const { held } of crowd.writers)
    expect(held.doc.getMap('orders').toJSON()).toEqual(left.getMap('orders').toJSON())
})
