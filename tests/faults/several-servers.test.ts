import { afterEach, beforeEach, expect, test } from 'vitest'
import { QUARTER } from '../../sync-server/sync/testing/samples.ts'
import { seeded } from '../support/random.ts'
import { Several } from './support/several.ts'
import { expectTold } from './support/told.ts'
import type { Writer } from './support/writer.ts'

const SEED = Number(process.env.VORONKA_SEED ?? 20261126)
/** Within so long after it is back, ms. */
const SOON = 5000
/** Who writes faster than two servers take it would only be waited for. */
const MOST_UNSAVED = 20

let several: Several
beforeEach(async () => {
  several = await Several.start()
})
afterEach(() => several.close())

const told = (writers: readonly Writer[]) => writers.reduce((sum, writer) => sum + writer.told.size, 0)

async function toldMore(writers: readonly Writer[], by: number): Promise<void> {
  const before = writers.map((writer) => writer.told.size)
  // Every one, so that each of the servers goes on.
  await expect
    .poll(() => writers.every((writer, i) => writer.told.size > (before[i] ?? 0) + by), { timeout: 60_000 })
    .toBe(true)
}

async function allSaved(writers: readonly Writer[]): Promise<void> {
  await expect.poll(() => writers.map(({ waiting }) => waiting), { timeout: 60_000 }).toEqual(writers.map(() => 0))
}

/** All devices have the same, and it is what is stored; numbers are unique, and nothing is missing that was told. */
async function alike(writers: readonly Writer[], within: number): Promise<void> {
  const states = () => writers.map(({ held }) => JSON.stringify(sorted(held.doc.getMap('orders').toJSON())))
  await expect.poll(() => new Set(states()).size, { timeout: within }).toBe(1)
  const stored = await several.stored(QUARTER)
  expect(states()[0]).toBe(JSON.stringify(sorted(stored.getMap('orders').toJSON())))
  expectTold(stored, writers, 'at the end')
}

function sorted(rows: Record<string, unknown>): [string, unknown][] {
  return Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))
}

test(`J24: Redis is gone and back: both servers journal, acknowledge and open meanwhile; soon after all are alike (seed ${SEED})`, async () => {
  const devices = await several.writers(2, seeded(SEED))
  const writers = devices.map(({ writer }) => writer)
  for (const writer of writers) writer.start(MOST_UNSAVED)
  await toldMore(writers, 10)
  await several.redis.stop()
  await toldMore(writers, 20)
  for (const server of several.servers) {
    const { device } = await several.device(server)
    await device.synced('goods')
    await device.synced(QUARTER)
  }
  for (const writer of writers) writer.stop()
  await allSaved(writers)
  await several.redis.start()
  await alike(writers, SOON)
  expect(told(writers)).toBeGreaterThan(120)
})

test(`J25: PostgreSQL dies and comes back: nothing that was told is lost, all goes on by itself (seed ${SEED})`, async () => {
  const devices = await several.writers(2, seeded(SEED))
  const writers = devices.map(({ writer }) => writer)
  for (let round = 0; round < 2; round++) {
    for (const writer of writers) writer.start(MOST_UNSAVED)
    await toldMore(writers, 10)
    await several.postgres.kill()
    for (const { url } of several.servers)
      await expect.poll(async () => (await fetch(`${url}/healthz`)).status).toBe(503)
    for (const writer of writers) writer.stop()
    await several.postgres.restart()
    for (const { url } of several.servers)
      await expect.poll(async () => (await fetch(`${url}/healthz`)).status).toBe(200)
    // What was refused for now is brought again by a device that attaches the document anew, as the program does.
    for (const { device, writer } of devices) await device.again(writer.held)
    await allSaved(writers)
    await alike(writers, 30_000)
  }
})

test(`J21, J23: a server is killed under load: its devices go on at the other, signed in, and nothing is lost (seed ${SEED})`, async () => {
  const devices = await several.writers(2, seeded(SEED))
  const writers = devices.map(({ writer }) => writer)
  for (const writer of writers) writer.start(MOST_UNSAVED)
  await toldMore(writers, 10)
  const [killed, left] = several.servers
  await killed.kill()
  for (const { line } of devices) line.lead(left.port)
  await toldMore(writers, 10)
  for (const writer of writers) writer.stop()
  await allSaved(writers)
  await alike(writers, 30_000)
  await killed.restart()
  for (const { line } of devices.slice(0, 2)) line.lead(killed.port)
  for (const writer of writers) writer.start(MOST_UNSAVED)
  await toldMore(writers, 5)
  for (const writer of writers) writer.stop()
  await allSaved(writers)
  await alike(writers, 30_000)
})
