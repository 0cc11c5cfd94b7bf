import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Cache } from '../../../agents/runtime/cache/cache.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import { startOn, temporaryFolder } from '../testing/company.ts'
import { SHOWN } from './copy.ts'
import { backupsIn } from './listing.ts'
import { makeBackup } from './make.ts'
import { checkFiles, readManifest } from './manifest.ts'

const NOW = Date.UTC(2026, 10, 26, 3)
/** What the company's site keeps. */
const SITE = [join('site', 'door.key'), join('site', 'site.sqlite')]

let stage: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
let to: string
beforeEach(async () => {
  stage = await temporaryFolder()
  data = join(stage.folder, 'data')
  to = join(stage.folder, 'backups')
})
afterEach(() => stage.remove())

function rightsIn(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Set(entries.map((one) => (statSync(join(one.parentPath, one.name)).mode & 0o777).toString(8)))
}

test('K1, K2, ST1: a backup is made while the server writes, and holds all that a company is kept in', async () => {
  const { stop, company } = await startOn(data)
  writeFileSync(join(data, 'site', SHOWN, 'a'.repeat(64)), 'a picture')
  mkdirSync(join(data, 'tls'))
  writeFileSync(join(data, 'tls', 'authority.key'), 'a key')
  const { folder, counts, damaged } = await makeBackup({ data, to, now: NOW })
  await stop()
  const files = readManifest(folder).files.map(({ path }) => path)
  expect(files).toEqual([
    'accounts.sqlite',
    'sending.key',
    'service.key',
    ...SITE,
    join('tls', 'authority.key'),
    'voronka.sqlite',
  ])
  expect(counts).toMatchObject({ accounts: 1 })
  expect(damaged).toEqual([])
  expect(readManifest(folder).company).toBe(company)
  const storage = await openStorage(folder)
  expect((await storage.documents()).length).toBe(counts.documents)
  await storage.close()
})

test('K1: nobody else may read it, and it holds no earlier one', async () => {
  const { stop } = await startOn(data)
  await stop()
  for (const inside of [join(data, 'backups'), join(data, 'elsewhere')]) {
    await makeBackup({ data, to: inside, now: NOW })
    const { folder, files } = await makeBackup({ data, to: inside, now: NOW + 60_000 })
    expect(files.filter(({ path }) => path.includes('manifest') || path.includes('backups'))).toEqual([])
    expect([...rightsIn(folder)].sort()).toEqual(['600', '700'])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  }
})

test('K1, K2: agents that work in the same folder keep no backup from being made, and nothing of theirs is in it', async () => {
  const { stop } = await startOn(data)
  const cache = new Cache(data, pino({ level: 'silent' }))
  cache.place('mail.feed').write('7')
  const { files } = await makeBackup({ data, to, now: NOW })
  cache.close()
  await stop()
  expect(files.map(({ path }) => path)).toEqual([
    'accounts.sqlite',
    'sending.key',
    'service.key',
    ...SITE,
    'voronka.sqlite',
  ])
})

test('K3: what is not whole bears no backup’s name; a changed file is found', async () => {
  const { stop } = await startOn(data)
  await stop()
  const left = join(to, 'making-voronka-20261101T030000Z-1')
  mkdirSync(left, { recursive: true })
  utimesSync(left, 0, 0)
  const blocked = new Database(join(data, 'accounts.sqlite'))
  blocked.exec('DROP TABLE user')
  blocked.close()
  await expect(makeBackup({ data, to, now: NOW })).rejects.toThrow('keeping-failed')
  expect(backupsIn(to)).toEqual([])
  expect(readdirSync(to)).toEqual([])
  expect(() => readManifest(to)).toThrow('backup-missing')
})

test('K3: a changed byte of a backup is found by its sums', async () => {
  const { stop } = await startOn(data)
  await stop()
  const { folder } = await makeBackup({ data, to, now: NOW })
  const manifest = readManifest(folder)
  checkFiles(folder, manifest)
  writeFileSync(join(folder, 'service.key'), 'another')
  expect(() => checkFiles(folder, manifest)).toThrow(/backup-damaged.*service\.key/)
})

test('K3: documents that are damaged are named, and in the backup as they are', async () => {
  const { stop } = await startOn(data)
  await stop()
  const database = new Database(join(data, 'voronka.sqlite'))
  const name = database.prepare<[], string>('SELECT document FROM journal LIMIT 1').pluck().get()
  database.prepare('UPDATE journal SET crc = crc + 1 WHERE document = ?').run(name)
  database.close()
  expect((await makeBackup({ data, to, now: NOW })).damaged).toEqual([name])
})

test('where there is nothing to back up, that is said and nothing is made', async () => {
  await expect(makeBackup({ data, to, now: NOW })).rejects.toThrow('file-missing')
  expect(existsSync(to)).toBe(false)
})
