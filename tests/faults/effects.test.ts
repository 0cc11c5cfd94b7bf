import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { GivenReplica } from '../../shared/accounts/api.ts'
import type { FeedPage, FeedRow } from '../../shared/effects/feed.ts'
import { seeded } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { askPatiently } from './support/asking.ts'
import { Holders } from './support/holders.ts'
import { SEED, times } from './support/length.ts'
import { troublesIn } from './support/told.ts'

const WITHIN = times(5, 60) * 60_000
const KILLS = times(5, 60)
const KILLS_OF_FEED = times(3, 60)
/** Of the ledger, for each kill: 200 in the short run. */
const KEYS = 40

let server: TestServer
beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1'] })
})
afterEach(() => server.close())

/** Kills the server once while the work goes on, and starts it again. */
async function killedAmid<T>(work: Promise<T>, random: () => number): Promise<T> {
  await after(random() * 250)
  await server.kill()
  await server.restart()
  return await work
}

test(`LG6, LG7, LG8: killed ${KILLS} times amid claims and settles, nothing is done twice (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  const holders = new Holders(server, random)
  for (let kill = 0; kill < KILLS; kill++) {
    const keys = Array.from({ length: KEYS }, (_, i) => `rule/move ${kill}/action ${i}/0`)
    await killedAmid(holders.workOff(keys, 4), random)
  }
  const all = [...holders.keys]
  expect(all.length).toBe(KILLS * KEYS)
  for (const [key, { mode, done, deaths, end }] of all) {
    if (mode === 'once') {
      expect(done, `${key} was done twice`).toBeLessThanOrEqual(1)
      expect(end, key).toBe(deaths > 0 ? 'doubtful' : 'settled')
    } else {
      expect(end, key).toBe('settled')
      expect(done, key).toBeGreaterThanOrEqual(1)
      expect(done, `${key} was done again without need`).toBeLessThanOrEqual(1 + deaths)
    }
  }
  expect(all.some(([, { end }]) => end === 'doubtful')).toBe(true)
  expect(troublesIn(server)).toEqual([])
})

test(`LG1, LG3: killed ${KILLS_OF_FEED} times while agents hear or are away, they hear of all, once (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  const written: string[] = []
  const heard: FeedRow[] = []
  let last = 0
  const hear = async () => {
    const page = await askPatiently<FeedPage>(
      server,
      `/api/agent/feed?after=${last}&limit=3&wait=2&collections=devices`,
    )
    heard.push(...page.rows)
    last = page.last
  }
  const isAllHeard = () => {
    const records = new Set(heard.map(({ record }) => record))
    return written.every((one) => records.has(one))
  }
  for (let kill = 0; kill < KILLS_OF_FEED; kill++) {
    const write = async () => {
      for (let i = 0; i < 8; i++) {
        const label = `device ${kill} ${i}`
        const { replica } = await askPatiently<GivenReplica>(server, '/api/replica', { label, as: 'agents' })
        written.push(replica)
      }
    }
    const isAway = kill % 3 === 2
    const listen = async () => {
      const end = written.length + 8
      while (written.length < end || !isAllHeard()) await hear()
    }
    await killedAmid(Promise.all([write(), isAway ? undefined : listen()]), random)
  }
  while (!isAllHeard()) await hear()
  const rows = heard.map(({ journal, record, path }) => `${journal} ${record} ${path}`)
  expect(new Set(rows).size, 'heard twice').toBe(rows.length)
  expect(heard.map(({ journal }) => journal)).toEqual(heard.map(({ journal }) => journal).sort((a, b) => a - b))
  expect(troublesIn(server)).toEqual([])
})
