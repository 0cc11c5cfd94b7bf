import { existsSync } from 'node:fs'
import { join } from 'node:path'
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
const STOPS = times(6, 40)

let server: TestServer
let crowd: Crowd | undefined
beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1', '--compact-after', '60'] })
})
afterEach(async () => {
  crowd?.close()
  await server.close()
})

test(`J1: stopped ${STOPS} times while devices write without a pause, it ends well in time and nothing is lost (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  crowd = await Crowd.gather(server, random)
  let told = 0
  crowd.start()
  for (let stop = 0; stop < STOPS; stop++) {
    await crowd.synced()
    await crowd.toldMore(told)
    await after(100 + random() * 900)
    // Throws where it ends with another code than 0, as it does when it takes longer than it may.
    await server.stop()
    expect(existsSync(join(server.data, 'server.json'))).toBe(false)
    const before = told
    told = expectTold(await onDisk(server.data, QUARTER), crowd.writers, `stop ${stop}`)
    expect(told).toBeGreaterThan(before)
    // They go on meanwhile.
    await server.restart()
  }
  await crowd.synced()
  crowd.stop()
  await crowd.saved()
  await crowd.alike(server)
  await server.stop()
  expect(troublesIn(server)).toEqual([])
  const left = await onDisk(server.data, QUARTER)
  expectTold(left, crowd.writers, 'at the end')
  for (const { held } of crowd.writers)
    expect(held.doc.getMap('orders').toJSON()).toEqual(left.getMap('orders').toJSON())
})
