import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../../../tests/support/databases/postgres.ts'
import { SETUP } from '../../http/testing/server.ts'
import { startIn, temporaryFolder } from '../testing/company.ts'
import { Backups } from './backups.ts'

const NOW = Date.UTC(2026, 10, 26, 3)
const HOUR = 3_600_000

let postgres: Postgres
let stage: Awaited<ReturnType<typeof temporaryFolder>>
let databaseUrl: string
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.close())
beforeEach(async () => {
  stage = await temporaryFolder()
  databaseUrl = await postgres.create()
})
afterEach(() => stage.remove())

/** A server of the company with the owner signed in, over a data folder of its own. */
async function begin(name: string) {
  const running = await startIn({ data: join(stage.folder, name), databaseUrl })
  const { email, password } = SETUP.owner
  await running.owner.post('/api/auth/sign-in/email', { email, password })
  const page = async () => (await running.owner.get('/api/backups')).body
  return { ...running, page, to: join(stage.folder, name, 'backups') }
}

test('K6, K13: each server’s page tells of the last backup that any of them made, and why one was not', async () => {
  const [one, other] = [await begin('one'), await begin('other')]
  expect(await other.page()).toMatchObject({ server: null, folder: other.to, count: 0, last: null })
  const { last } = (await one.owner.post('/api/backups')).body
  expect(await one.page()).toMatchObject({ server: null, folder: one.to, count: 1, last, failed: null })
  expect(await other.page()).toMatchObject({ server: hostname(), folder: one.to, count: 1, last, failed: null })

  rmSync(one.to, { recursive: true })
  writeFileSync(one.to, 'a file in its place')
  await one.owner.post('/api/backups')
  for (const { page } of [one, other]) expect(await page()).toMatchObject({ failed: { code: 'keeping-failed' } })
  // Its own folder a server sees better than what it has told of it.
  expect(await one.page()).toMatchObject({ server: null, count: 0, last: null })

  const later = (await other.owner.post('/api/backups')).body.last
  expect(await other.page()).toMatchObject({ server: null, folder: other.to, last: later, failed: null })
  expect(await one.page()).toMatchObject({ server: hostname(), folder: other.to, last: later, failed: null })
  await Promise.all([one.stop(), other.stop()])
})

test('K6: a server that makes none by itself warns as the keeper does, and does not while that one makes them', async () => {
  await (await begin('one')).stop()
  const clock = { now: NOW }
  const backupsOf = (name: string, isKeeper: boolean) => {
    const data = join(stage.folder, name)
    mkdirSync(data, { recursive: true })
    const ways = { isKeeper: () => isKeeper, zone: async () => 'Europe/Moscow', now: () => clock.now }
    const keep = { daily: 7, weekly: 1, monthly: 1 }
    const log = pino({ level: 'silent' })
    return new Backups({ data, databaseUrl, to: join(data, 'backups'), at: '03:00', keep, log, ...ways })
  }
  const [keeper, other] = [backupsOf('one', true), backupsOf('other', false)]
  const both = () => Promise.all([keeper, other].map(async (one) => [(await one.state()).isLate, one.age()]))
  for (const one of [keeper, other]) await one.look()
  clock.now += 35 * HOUR
  await other.look()
  expect([other.age(), (await other.state()).isLate]).toEqual([35 * 3600, false])
  clock.now += 2 * HOUR
  expect(await both()).toEqual([
    [true, 37 * 3600],
    [true, 37 * 3600],
  ])
  for (const one of [keeper, other]) await one.look()
  expect(await both()).toEqual([
    [false, 0],
    [false, 0],
  ])
})
