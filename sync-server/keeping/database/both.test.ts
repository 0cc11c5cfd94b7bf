import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EffectResult } from '../../../shared/effects/ledger.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { ALL_OF_THE_TRAIL } from '../../../shared/trail/search.ts'
import { type Postgres, startPostgres } from '../../../tests/support/databases/postgres.ts'
import { openStorageOf } from '../../databases.ts'
import { SETUP } from '../../http/testing/server.ts'
import { Sending } from '../../sending/sending.ts'
import type { Storage } from '../../storage/storage.ts'
import { eventually } from '../../sync/testing/eventually.ts'
import { startSync } from '../../sync/testing/sync-server.ts'
import { backupsIn } from '../backup/listing.ts'
import { makeBackup } from '../backup/make.ts'
import { checkFiles, readManifest } from '../backup/manifest.ts'
import { exportAll } from '../export/export.ts'
import { Backups } from '../nightly/backups.ts'
import { restore } from '../restore/restore.ts'
import { type Kept, startIn, temporaryFolder } from '../testing/company.ts'
import { verify } from '../verify/verify.ts'
import { lookedAt } from './looked-at.ts'

const NOW = Date.UTC(2026, 10, 26, 3)
const KINDS = ['SQLite', 'PostgreSQL'] as const
type Kind = (typeof KINDS)[number]

let postgres: Postgres
let stage: Awaited<ReturnType<typeof temporaryFolder>>
let to: string
let places = 0
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.close())
beforeEach(async () => {
  stage = await temporaryFolder()
  to = join(stage.folder, 'backups')
})
afterEach(() => stage.remove())

async function placeOf(kind: Kind): Promise<Kept> {
  const data = join(stage.folder, `data-${++places}`)
  mkdirSync(data)
  return { data, databaseUrl: kind === 'PostgreSQL' ? await postgres.create() : null }
}

/** A company with an owner, and orders that devices have written more than once. */
async function found(kept: Kept, count = 3): Promise<string> {
  const running = await startIn(kept)
  await running.stop()
  await write(kept, count)
  return running.company
}

async function write({ data, databaseUrl }: Kept, count: number): Promise<void> {
  const server = await startSync({ folder: data, ...(databaseUrl !== null && { databaseUrl }) })
  for (let i = 0; i < count; i++) {
    const id = newId('common', Date.now())
    await server.sync.author.write((tx) => tx.create(orders, id, { sort: 'work', note: 'first' }))
    await server.sync.author.write((tx) => tx.set(orders, id, { note: `order ${i}` }))
  }
  await server.stop()
}

async function inSending<T>({ data, databaseUrl }: Kept, work: (sending: Sending) => Promise<T>): Promise<T> {
  const storage = await openStorageOf(data, { databaseUrl })
  try {
    return await work(new Sending({ store: storage.sending, company: storage.company, folder: data }))
  } finally {
    await storage.close()
  }
}

/** Claims a key, and settles it where it is given; gives what was answered to the claim. */
async function settle({ data, databaseUrl }: Kept, key: string): Promise<EffectResult> {
  const { effects, close } = await openStorageOf(data, { databaseUrl })
  const [result] = await effects.act([{ act: 'claim', key, holder: 'test', lease: 60_000, mode: 'once' }])
  if (!result) throw new Error('nothing was answered')
  const outcome = `${key} is done`
  if (result.is === 'yours') await effects.act([{ act: 'settle', key, token: result.token, outcome }])
  await close()
  return result
}

/** All that a company is, but for what a restore makes anew. */
async function contents({ data, databaseUrl }: Kept) {
  const storage = await openStorageOf(data, { databaseUrl })
  try {
    const trail: unknown[] = []
    for (let next: Parameters<Storage['searchTrail']>[1] | undefined = null; next !== undefined; ) {
      const step = await storage.searchTrail(ALL_OF_THE_TRAIL, next, 1000)
      trail.push(...step.entries.map(({ row: _row, ...entry }) => entry))
      next = step.next ?? undefined
    }
    return {
      company: storage.company,
      trail,
      replicas: await storage.replicas(),
      unnumbered: (await storage.unnumbered()).orders,
    }
  } finally {
    await storage.close()
  }
}

async function clean({ data, databaseUrl }: Kept) {
  const { problems, records } = await lookedAt(data, databaseUrl, verify)
  expect(problems).toEqual([])
  return records
}

describe.each(KINDS)('over %s', (kind) => {
  test('K1, K2, K3, K13: a backup is made while servers write, is whole, and holds all that a company is kept in', async () => {
    const kept = await placeOf(kind)
    const company = await found(kept)
    let isMade = false
    const writing = (async () => {
      while (!isMade) await write(kept, 1)
    })()
    const made = await makeBackup({ ...kept, to, now: NOW })
    isMade = true
    await writing
    checkFiles(made.folder, readManifest(made.folder))
    expect(made.files.map(({ path }) => path)).toEqual([
      ...['accounts.sqlite', 'sending.key', 'service.key', 'site/door.key', 'site/site.sqlite', 'voronka.sqlite'],
    ])
    expect(made).toMatchObject({ company, damaged: [], counts: { accounts: 1 } })
    expect(verify(made.folder).problems).toEqual([])
    expect(readdirSync(made.folder).sort()).toEqual([
      'accounts.sqlite',
      'manifest.json',
      'sending.key',
      'service.key',
      'site',
      'voronka.sqlite',
    ])
  })

  test.each(KINDS)('K8, K10, K14: all of it deleted, it stands again in %s, and goes on as itself', async (into) => {
    const kept = await placeOf(kind)
    await found(kept)
    const [before, records] = [await contents(kept), await clean(kept)]
    const { folder } = await makeBackup({ ...kept, to, now: NOW })
    const next = await placeOf(into)
    expect(await restore({ from: folder, ...next, now: NOW })).toMatchObject({ aside: null, damaged: [] })
    expect(await contents(next)).toEqual(before)
    expect(await clean(next)).toBe(records)
    const { owner, company, stop } = await startIn(next)
    const { email, password } = SETUP.owner
    expect(await owner.post('/api/auth/sign-in/email', { email, password })).toMatchObject({ status: 200 })
    expect(company).toBe(before.company)
    await stop()
    await write(next, 2)
    await clean(next)
    const again = await contents(next)
    expect(again.trail.length).toBeGreaterThan(before.trail.length)
    expect(again.unnumbered).toEqual([])
  })

  test.each(KINDS)(
    'LG6, LG12: the ledger goes over into %s, with tokens above; there, what was settled since stays so',
    async (into) => {
      const kept = await placeOf(kind)
      await found(kept)
      const settled = await settle(kept, 'before')
      const { folder } = await makeBackup({ ...kept, to, now: NOW })
      const next = await placeOf(into)
      await restore({ from: folder, ...next, now: NOW })
      expect(await settle(next, 'before')).toEqual({ is: 'settled', outcome: 'before is done' })
      const since = await settle(next, 'since')
      expect([settled.is, since.is]).toEqual(['yours', 'yours'])
      expect(Number('token' in since && since.token)).toBeGreaterThan(Number('token' in settled && settled.token))
      await restore({ from: folder, ...next, now: NOW + 1000 })
      expect(await settle(next, 'since')).toEqual({ is: 'settled', outcome: 'since is done' })
    },
  )

  test.each(KINDS)('SE5: a backup has how letters are sent, with the key; in %s it opens', async (into) => {
    const kept = await placeOf(kind)
    await found(kept)
    const settings = { mail: null, sms: { kind: 'smsru', secret: 'secret of the gateway', sender: '' } } as const
    await inSending(kept, (sending) => sending.change(settings, 'anna', NOW))
    const { folder, files } = await makeBackup({ ...kept, to, now: NOW })
    expect(files.map(({ path }) => path)).toContain('sending.key')
    const next = await placeOf(into)
    await restore({ from: folder, ...next, now: NOW })
    expect(await inSending(next, (sending) => sending.whole())).toEqual(settings)
    const out = join(stage.folder, 'export')
    exportAll(folder, out)
    const names = readdirSync(out)
    expect(names.filter((name) => /sending|effects|key/.test(name))).toEqual([])
    expect(names.some((name) => readFileSync(join(out, name), 'utf8').includes(settings.sms.secret))).toBe(false)
  })

  test('K8: what stood there goes aside, and can be had back from there', async () => {
    const kept = await placeOf(kind)
    await found(kept)
    const { folder } = await makeBackup({ ...kept, to, now: NOW })
    await write(kept, 2)
    const later = await contents(kept)
    const { aside } = await restore({ from: folder, ...kept, now: NOW + 1000 })
    expect((await contents(kept)).trail.length).toBeLessThan(later.trail.length)
    expect(aside).toContain(join(kept.data, 'aside'))
    if (kind === 'SQLite') expect(readdirSync(aside ?? '')).toContain('voronka.sqlite')
    else {
      await restore({ from: aside ?? '', ...kept, now: NOW + 2000 })
      expect((await contents(kept)).trail).toEqual(later.trail)
    }
  })

  test('K8, K9: not while a server runs; broken off by a failure nothing has happened', async () => {
    const kept = await placeOf(kind)
    await found(kept)
    const { folder } = await makeBackup({ ...kept, to, now: NOW })
    const before = await contents(kept)
    const { stop } = await startIn(kept)
    const other = { ...kept, data: kind === 'SQLite' ? kept.data : join(stage.folder, 'other') }
    await expect(restore({ from: folder, ...other, now: NOW })).rejects.toThrow('folder-in-use')
    await stop()
    rmSync(join(folder, 'voronka.sqlite'))
    await expect(restore({ from: folder, ...kept, now: NOW })).rejects.toThrow('backup-damaged')
    expect(await contents(kept)).toEqual(before)
    expect(readdirSync(kept.data)).not.toContain('restoring-draft')
  })
})

test('K14: what PostgreSQL does not take is none of it there', async () => {
  const kept = await placeOf('PostgreSQL')
  await found(kept)
  const { folder } = await makeBackup({ ...kept, to, now: NOW })
  await write(kept, 1)
  const before = await contents(kept)
  await postgres.tamper(
    kept.databaseUrl ?? '',
    'ALTER TABLE shown ADD CHECK (false); ALTER TABLE replicas RENAME label TO name_of',
  )
  await expect(restore({ from: folder, ...kept, now: NOW })).rejects.toThrow('keeping-failed')
  await postgres.tamper(kept.databaseUrl ?? '', 'ALTER TABLE replicas RENAME name_of TO label')
  expect(await contents(kept)).toEqual(before)
  expect(readdirSync(kept.data)).not.toContain('restoring-draft')
})

test('K4, K13: of two servers one makes the backup of the night, and the other when that one is gone', async () => {
  const kept = await placeOf('PostgreSQL')
  await found(kept)
  const begin = async (data: string) => {
    mkdirSync(data, { recursive: true })
    const server = await startSync({ folder: data, databaseUrl: kept.databaseUrl ?? '' })
    const { sync } = server
    const ways = { zone: () => sync.zone(), isKeeper: () => sync.isKeeper(), now: () => NOW }
    const keep = { daily: 1, weekly: 1, monthly: 1 }
    const log = pino({ level: 'silent' })
    const backups = new Backups({ ...kept, data, to: join(data, 'backups'), at: '03:00', keep, log, ...ways })
    return { server, backups, made: () => backupsIn(join(data, 'backups')).length }
  }
  const [first, second] = [await begin(kept.data), await begin(join(stage.folder, 'second'))]
  for (const { backups } of [second, first]) await backups.look()
  expect([first.made(), second.made()]).toEqual([1, 0])
  expect([(await first.backups.state()).isLate, (await second.backups.state()).isLate]).toEqual([false, false])
  await first.server.stop()
  await eventually(() => second.server.sync.isKeeper()).toBe(true)
  await second.backups.look()
  expect(second.made()).toBe(1)
  await second.server.stop()
})

test('K13: no rows of a moment later are in it', async () => {
  const kept = await placeOf('PostgreSQL')
  await found(kept)
  const client = new pg.Client({ connectionString: kept.databaseUrl ?? '' })
  await client.connect()
  // Whoever writes in one transaction stands in it with all of his rows or with none.
  const pair = async (i: number) => {
    await client.query('BEGIN')
    await client.query('INSERT INTO restorations VALUES ($1, 0)', [i])
    await client.query("INSERT INTO fact VALUES ($1, 'x')", [`pair ${i}`])
    await client.query('COMMIT')
  }
  let isMade = false
  let count = 0
  const writing = (async () => {
    while (!isMade) await pair(++count)
  })()
  const { folder } = await makeBackup({ ...kept, to, now: NOW })
  isMade = true
  await writing
  await client.end()
  const countIn = (file: string, sql: string) => {
    const database = new Database(join(folder, file), { readonly: true })
    const found = database.prepare<[], number>(sql).pluck().get()
    database.close()
    return found
  }
  const pairs = countIn('accounts.sqlite', "SELECT count(*) FROM fact WHERE name LIKE 'pair %'")
  expect(pairs).toBeLessThan(count)
  expect(countIn('voronka.sqlite', 'SELECT count(*) FROM restorations')).toBe(pairs)
})
