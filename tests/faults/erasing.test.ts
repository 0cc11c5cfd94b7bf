import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { type Erasure, erasures } from '../../shared/erasures/collections.ts'
import { events } from '../../shared/events/collections.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { RecordSet } from '../../shared/records/reading/record-set.ts'
import { makePerson, traces } from '../../sync-server/erasing/testing/person.ts'
import { Browser } from '../../sync-server/http/testing/browser.ts'
import { SETUP } from '../../sync-server/http/testing/server.ts'
import { startSync } from '../../sync-server/sync/testing/sync-server.ts'
import { seeded } from '../support/random.ts'
import { startServer } from '../support/server.ts'
import { onDisk } from './support/disk.ts'
import { SEED, times } from './support/length.ts'

const KILLS = times(2, 30)
const WITHIN = times(2, 20) * 60_000
/** A document of events for each of so many quarters, so that there is a middle. */
const QUARTERS = 12
const DAYS_91 = 91 * 24 * 60 * 60 * 1000

/** The data folder of a stopped company that knows a person by many documents; gives the person's id, too. */
async function personOnDisk() {
  const data = await mkdtemp(join(tmpdir(), 'voronka-erasing-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  const sync = await startSync({ folder: data })
  const { id } = await makePerson(sync)
  for (let i = 1; i <= QUARTERS; i++) {
    const event = newId('common', Date.now() - i * DAYS_91)
    const values = { kind: 'call', subject: 'Жанна-метка', customer: id, text: 'и тут Жанна-метка' } as const
    await sync.sync.author.write((tx) => tx.create(events, event, values))
  }
  await sync.stop()
  return { data, id }
}

async function stateOf(data: string): Promise<Erasure['state']> {
  const [one] = new RecordSet(await onDisk(data, 'setup'), erasures).rows()
  return one?.state ?? null
}

/** Waits until the disk says that an erasure is so. */
async function until(data: string, isSo: (state: Erasure['state']) => boolean): Promise<void> {
  while (!isSo(await stateOf(data))) await after(1)
}

/** Kills the server `wait` ms after it has begun; gives how the erasure stood then, and how with the next start. */
async function killedAmid(wait: number) {
  const { data, id } = await personOnDisk()
  const server = await startServer({ data, args: ['--host', '127.0.0.1'] })
  onTestFinished(() => server.close())
  const owner = new Browser(server.url)
  await owner.post('/api/setup', SETUP)
  expect(traces(data).length).toBeGreaterThan(0)
  const { password } = SETUP.owner
  const asked = await owner.post('/api/erasures', { customer: id, ground: 'заявление № 1', password })
  expect(asked.status).toBe(200)
  await until(data, (state) => state !== 'askedFor')
  await after(wait)
  await server.kill()
  const then = await stateOf(data)
  await server.restart()
  await until(data, (state) => state === 'erased' || state === 'stuck')
  const end = await stateOf(data)
  const left = traces(data)
  await server.stop()
  return { then, end, left: [...left, ...traces(data)] }
}

test(`ER11: a server that is killed in the middle of an erasure, ${KILLS} times (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  const stood: Erasure['state'][] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const { then, end, left } = await killedAmid(kill === 0 ? 0 : random() * 60)
    stood.push(then)
    expect({ end, left }, `kill ${kill}`).toEqual({ end: 'erased', left: [] })
  }
  expect(stood, 'one was killed in the middle at least').toContain('atWork')
})
