import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { files } from '../../shared/files/collections.ts'
import { letters } from '../../shared/letters/collections.ts'
import { messages } from '../../shared/messages/collections.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { blobPath } from '../files/blobs.ts'
import { startSync } from '../sync/testing/sync-server.ts'
import { makeBackup } from './backup/make.ts'
import { type Manifest, readManifest } from './backup/manifest.ts'
import { restore } from './restore/restore.ts'
import { startOn, temporaryFolder } from './testing/company.ts'
import { verify } from './verify/verify.ts'

const BYTES = Buffer.from('a measure of a kitchen')
const HASH = createHash('sha256').update(BYTES).digest('hex')
const FILE = newId('common', Date.now())

let stage: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
/** A company with a file, and another one on its way. */
beforeEach(async () => {
  stage = await temporaryFolder()
  data = join(stage.folder, 'data')
  await (await startOn(data)).stop()
  const server = await startSync({ folder: data })
  await server.sync.author.write((tx) => {
    tx.create(files, FILE, { about: 'orders/common-1', name: 'замер.txt', size: BYTES.length, hash: HASH })
    tx.set(files, FILE, { stored: 1 })
  })
  await server.stop()
  const path = pathIn(data)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, BYTES)
  mkdirSync(join(data, 'files/arriving'), { recursive: true })
  writeFileSync(join(data, 'files/arriving/half'), 'half')
})
afterEach(() => stage.remove())

const pathIn = (folder: string) => join(folder, 'files', blobPath(HASH))

test('W11, K1, K8: a backup takes files along and not what is on its way; restored they stand as they stood', async () => {
  const backup = await makeBackup({ data, to: join(stage.folder, 'backups'), now: Date.now() })
  const paths = readManifest(backup.folder).files.map(({ path }) => path)
  expect(paths.filter((path) => path.startsWith('files'))).toEqual([join('files', blobPath(HASH))])
  expect(verify(backup.folder).problems).toEqual([])
  const into = join(stage.folder, 'restored')
  mkdirSync(into)
  await restore({ from: backup.folder, data: into, now: Date.now() })
  expect(readFileSync(pathIn(into)).equals(BYTES)).toBe(true)
  writeFileSync(pathIn(backup.folder), 'another measure')
  await expect(restore({ from: backup.folder, data: into, now: Date.now() })).rejects.toThrow('backup-damaged')
})

test('W11, K11: a file of which the bytes are others, or are not there, is named', () => {
  const named = (what: string) => [
    { what, document: expect.stringContaining('/events/common/'), collection: 'files', record: FILE, field: 'hash' },
  ]
  expect(verify(data).problems).toEqual([])
  writeFileSync(pathIn(data), 'another measure')
  expect(verify(data).problems).toEqual(named('otherBytes'))
  rmSync(pathIn(data))
  expect(verify(data).problems).toEqual(named('noBytes'))
})

test('K15: a backup shares the bytes that the one before has, while those are right, and outlives it', async () => {
  const to = join(stage.folder, 'backups')
  const make = (minute: number) => makeBackup({ data, to, now: Date.UTC(2026, 10, 26, 3, minute) })
  const [first, second] = [await make(0), await make(1)]
  const inodes = (folders: readonly string[]) => new Set(folders.map((folder) => statSync(pathIn(folder)).ino)).size
  expect(inodes([data, first.folder, second.folder])).toBe(2)
  expect(statSync(join(first.folder, 'voronka.sqlite')).nlink).toBe(1)
  rmSync(first.folder, { recursive: true })
  expect(verify(second.folder).problems).toEqual([])
  writeFileSync(pathIn(second.folder), 'another measure')
  const third = await make(2)
  expect(inodes([data, second.folder, third.folder])).toBe(3)
  expect(readFileSync(pathIn(third.folder)).equals(BYTES)).toBe(true)
})

test('MP9, K11: a letter of which bytes are others, or are not there, is named', async () => {
  const letter = newId('common', Date.now())
  const server = await startSync({ folder: data })
  const attachments = { e0: { name: 'a', hash: 'b'.repeat(64), place: 'a0' } }
  await server.sync.author.write((tx) => tx.create(letters, letter, { direction: 'in', body: HASH, attachments }))
  await server.stop()
  const problem = { what: 'noBytes', document: expect.stringContaining('/letters/common/'), collection: 'letters' }
  expect(verify(data).problems).toEqual([{ ...problem, record: letter, field: 'attachments/e0/hash' }])
})

test('SN23, K11: a letter on its way into the folder of sent mail of which the bytes are not there is named', async () => {
  const [there, lost] = [newId('common', Date.now()), newId('common', Date.now())]
  const server = await startSync({ folder: data })
  await server.sync.author.write((tx) => {
    tx.create(messages, there, { way: 'letter', state: 'sent', raw: HASH })
    tx.create(messages, lost, { way: 'letter', state: 'sent', raw: 'b'.repeat(64) })
  })
  await server.stop()
  const document = expect.stringContaining('/runs/common/')
  expect(verify(data).problems).toEqual([
    { what: 'noBytes', document, collection: 'messages', record: lost, field: 'raw' },
  ])
})

test('K16: bytes that came after the backup stand in the restored folder too, for a record that a device brings; spoiled ones do not', async () => {
  const backup = await makeBackup({ data, to: join(stage.folder, 'backups'), now: Date.now() })
  const put = (bytes: Buffer, hash = createHash('sha256').update(bytes).digest('hex')) => {
    const path = blobPath(hash)
    mkdirSync(dirname(join(data, 'files', path)), { recursive: true })
    writeFileSync(join(data, 'files', path), bytes)
    return path
  }
  const [later, spoiled] = [put(Buffer.from('came later')), put(Buffer.from('spoiled'), 'f'.repeat(64))]
  const { aside } = await restore({ from: backup.folder, data, now: Date.now() })
  const there = [later, spoiled, blobPath(HASH)].map((path) => existsSync(join(data, 'files', path)))
  expect(there).toEqual([true, false, true])
  expect(readFileSync(join(data, 'files', later), 'utf8')).toBe('came later')
  expect([later, spoiled].every((path) => existsSync(join(aside ?? '', 'files', path)))).toBe(true)
})

test('K16: nothing of another company’s files comes into a folder that a backup is restored into', async () => {
  const backup = await makeBackup({ data, to: join(stage.folder, 'backups'), now: Date.now() })
  rmSync(pathIn(backup.folder))
  const manifest = JSON.parse(readFileSync(join(backup.folder, 'manifest.json'), 'utf8')) as Manifest
  const files = manifest.files.filter(({ path }) => !path.startsWith('files'))
  writeFileSync(join(backup.folder, 'manifest.json'), JSON.stringify({ ...manifest, company: 'another', files }))
  await restore({ from: backup.folder, data, now: Date.now() })
  expect(existsSync(pathIn(data))).toBe(false)
})
