import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SETUP } from '../../http/testing/server.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import type { Storage } from '../../storage/storage.ts'
import { makeBackup } from '../backup/make.ts'
import { startOn, temporaryFolder } from '../testing/company.ts'
import { restore } from './restore.ts'

const NOW = Date.UTC(2026, 10, 26, 3)
let stage: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
let from: string
let company: string
beforeEach(async () => {
  stage = await temporaryFolder()
  data = join(stage.folder, 'data')
  const running = await startOn(data)
  company = running.company
  await running.stop()
  from = (await makeBackup({ data, to: join(stage.folder, 'backups'), now: NOW })).folder
})
afterEach(() => stage.remove())

async function inStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(data)
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort()
}

test('K8: it takes the place of what stood there, which is put aside whole', async () => {
  writeFileSync(join(data, 'service.key'), 'what stands there now')
  const { aside } = await restore({ from, data, now: NOW })
  expect(aside).toBe(join(data, 'aside', '20261126T030000Z'))
  expect(readFileSync(join(aside ?? '', 'service.key'), 'utf8')).toBe('what stands there now')
  expect(contents(aside ?? '')).toContain('voronka.sqlite')
  expect(readFileSync(join(data, 'service.key'), 'utf8')).toBe(readFileSync(join(from, 'service.key'), 'utf8'))
  expect(await inStorage(async (storage) => storage.company)).toBe(company)
})

test('K8: into a folder where nothing is left, too', async () => {
  rmSync(data, { recursive: true })
  expect((await restore({ from, data, now: NOW })).aside).toBe(null)
  const { owner, stop } = await startOn(data)
  const { email, password } = SETUP.owner
  expect(await owner.post('/api/auth/sign-in/email', { email, password })).toMatchObject({ status: 200 })
  await stop()
})

test('K8: not while a server runs there, and not from what is damaged, newer or no backup: then all is as it was', async () => {
  const refused = async (code: string) => {
    const before = contents(data)
    await expect(restore({ from, data, now: NOW })).rejects.toThrow(code)
    expect(contents(data)).toEqual(before)
  }
  const { stop } = await startOn(data)
  await refused('folder-in-use')
  await stop()
  const kept = join(stage.folder, 'kept')
  cpSync(from, kept, { recursive: true })
  const bytes = readFileSync(join(from, 'voronka.sqlite'))
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(join(from, 'voronka.sqlite'), bytes)
  await refused('backup-damaged')
  cpSync(kept, from, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8'))
  writeFileSync(join(from, 'manifest.json'), JSON.stringify({ ...manifest, schema: 1000 }))
  await refused('backup-newer')
  rmSync(join(from, 'manifest.json'))
  await refused('backup-missing')
})

test('K9: broken off before the exchange nothing has happened; in the middle of it the folder is refused until it is done', async () => {
  mkdirSync(join(data, 'restoring-draft'))
  await (await startOn(data)).stop()
  // As a power cut leaves it: the former files are aside, of the new ones some stand in their place.
  await restore({ from, data, now: NOW })
  mkdirSync(join(data, 'restoring'))
  renameSync(join(data, 'voronka.sqlite'), join(data, 'restoring', 'voronka.sqlite'))
  await expect(startOn(data)).rejects.toThrow('restore-broken-off')
  await restore({ from, data, now: NOW + 60_000 })
  expect(existsSync(join(data, 'restoring'))).toBe(false)
  expect(readdirSync(join(data, 'aside')).length).toBe(2)
  await (await startOn(data)).stop()
})

test('K10, J33: every document is another generation with a number that none had; names of replicas are longer', async () => {
  const marks = async () => inStorage((storage) => storage.documents())
  const generations = async () => inStorage((storage) => marksOf(storage, (document) => storage.generation(document)))
  const [before, first] = [await marks(), await inStorage((storage) => storage.addReplica('u', 'l', 1))]
  await restore({ from, data, now: NOW })
  const [after, once] = [await marks(), await generations()]
  expect(after.map(({ document }) => document)).toEqual(before.map(({ document }) => document))
  expect(Math.min(...after.map(({ last }) => last))).toBeGreaterThan(Math.max(...before.map(({ last }) => last)) + 1e6)
  expect(once.every((one) => one !== '')).toBe(true)
  const second = await inStorage((storage) => storage.addReplica('u', 'l', 1))
  expect([first, second].map(({ length }) => length)).toEqual([4, 5])
  expect(await inStorage((storage) => storage.restorations())).toEqual([{ at: NOW, backup: NOW }])
  await restore({ from, data, now: NOW + 1 })
  const twice = await generations()
  expect(new Set([...once, ...twice]).size).toBe(once.length + twice.length)
})

/** Claims a key, and settles it where it is given; gives what was answered. */
function settle(key: string): Promise<string> {
  return inStorage(async ({ effects }) => {
    const [result] = await effects.act([{ act: 'claim', key, holder: 'test', lease: 60_000, mode: 'once' }])
    if (result?.is === 'yours') await effects.act([{ act: 'settle', key, token: result.token, outcome: 'done' }])
    return result?.is ?? ''
  })
}

test('LG12: what agents have settled since the backup stays so, where the former ledger can be read', async () => {
  expect(await settle('since')).toBe('yours')
  await restore({ from, data, now: NOW })
  expect([await settle('since'), await settle('new')]).toEqual(['settled', 'yours'])
  // Broken off: what was prepared has it too.
  mkdirSync(join(data, 'restoring'))
  renameSync(join(data, 'voronka.sqlite'), join(data, 'restoring', 'voronka.sqlite'))
  await restore({ from, data, now: NOW + 1 })
  expect([await settle('since'), await settle('new')]).toEqual(['settled', 'settled'])
  writeFileSync(join(data, 'voronka.sqlite'), 'not to be read')
  await restore({ from, data, now: NOW + 2 })
  expect(await settle('since')).toBe('yours')
})

test('K10, A19: nobody is signed in after it, and no link works', async () => {
  const running = await startOn(data)
  const { email, password } = SETUP.owner
  await running.owner.post('/api/auth/sign-in/email', { email, password })
  const { body } = await running.owner.post('/api/invitations', { name: 'Грей', role: 'manager' })
  const link = `/api/invitations/${String(body.link).split('/').at(-1)}`
  expect(await running.owner.get(link)).toMatchObject({ status: 200 })
  const { folder } = await makeBackup({ data, to: join(stage.folder, 'later'), now: NOW })
  await running.stop()
  await restore({ from: folder, data, now: NOW })
  const again = await startOn(data)
  expect([...running.owner.cookies.keys()].join(' ')).toContain('session_token')
  for (const [name, value] of running.owner.cookies) again.owner.cookies.set(name, value)
  expect((await again.owner.get('/api/profile')).body).toMatchObject({ code: 'sign-in-needed' })
  expect((await again.owner.get(link)).body).toMatchObject({ code: 'invitation-expired' })
  await again.stop()
})

async function marksOf<T>(storage: Storage, read: (document: string) => Promise<T>): Promise<T[]> {
  return Promise.all((await storage.documents()).map(({ document }) => read(document)))
}
