import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownCircle } from '../../../shared/documents/documents.ts'
import { files } from '../../../shared/files/collections.ts'
import { letters, ownLetters } from '../../../shared/letters/collections.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { startPostgres } from '../../../tests/support/databases/postgres.ts'
import { BLOBS, blobPath } from '../../files/blobs.ts'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { startSync } from '../../sync/testing/sync-server.ts'
import { makeBackup } from '../backup/make.ts'
import { restore } from '../restore/restore.ts'
import { startIn, startOn, temporaryFolder } from '../testing/company.ts'
import { lookThrough, sweep } from './sweep.ts'

const DAY = 24 * 3600_000

let stage: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
beforeEach(async () => {
  stage = await temporaryFolder()
  data = join(stage.folder, 'data')
  await (await startOn(data)).stop()
})
afterEach(() => stage.remove())

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const pathOf = (text: string, folder = data) => join(folder, BLOBS, blobPath(hashOf(text)))

function put(text: string): void {
  mkdirSync(dirname(pathOf(text)), { recursive: true })
  writeFileSync(pathOf(text), text)
}

/** A record of a file, with a preview; `isGone`: it is removed. */
async function record(text: string, preview: string, isGone = false): Promise<void> {
  const server = await startSync({ folder: data })
  const id = newId('common', Date.now())
  const values = { about: 'orders/common-1', name: 'a', size: 1, hash: hashOf(text), preview: hashOf(preview) }
  await server.sync.author.write((tx) => {
    tx.create(files, id, values)
    if (isGone) tx.remove(files, id)
  })
  await server.stop()
}

const later = (days: number) => ({ data, databaseUrl: null, now: Date.now() + days * DAY })
const hashesOf = (blobs: readonly { readonly hash: string }[]) => blobs.map(({ hash }) => hash).sort()

test('W12: what no record names goes after thirty days, and no sooner; a look alone takes nothing', async () => {
  for (const text of ['file', 'preview', 'removed', 'its preview', 'nobody’s']) put(text)
  writeFileSync(join(data, BLOBS, 'arriving-not-a-blob'), 'x')
  await record('file', 'preview')
  await record('removed', 'its preview', true)
  const named = ['file', 'preview', 'removed', 'its preview'].map(hashOf).sort()
  const early = await sweep(later(29))
  expect([hashesOf(early.named), hashesOf(early.young), early.old]).toEqual([named, [hashOf('nobody’s')], []])
  const looked = await lookThrough(later(31))
  expect([hashesOf(looked.named), looked.young, hashesOf(looked.old)]).toEqual([named, [], [hashOf('nobody’s')]])
  expect(existsSync(pathOf('nobody’s'))).toBe(true)
  expect(await sweep(later(31))).toEqual(looked)
  expect(existsSync(pathOf('nobody’s'))).toBe(false)
  expect(['file', 'preview', 'removed', 'its preview'].every((text) => existsSync(pathOf(text)))).toBe(true)
  expect((await sweep(later(31))).old).toEqual([])
})

test('MP9, W12: the words, enclosures and the very bytes of letters stay, of removed ones and of people’s own too', async () => {
  for (const text of ['body', 'raw', 'enclosure', 'own', 'nobody’s']) put(text)
  const server = await startSync({ folder: data })
  const [id, own] = [newId('common', Date.now()), newId(ownCircle('anna'), Date.now())]
  const attachments = { e0: { name: 'a', hash: hashOf('enclosure'), place: 'a0' } }
  await server.sync.author.write((tx) => {
    tx.create(letters, id, { direction: 'in', body: hashOf('body'), raw: hashOf('raw'), attachments })
    tx.remove(letters, id)
    tx.create(ownLetters, own, { direction: 'in', body: hashOf('own') })
  })
  await server.stop()
  const { named, old } = await lookThrough(later(31))
  expect([hashesOf(named), hashesOf(old)]).toEqual([
    ['body', 'raw', 'enclosure', 'own'].map(hashOf).sort(),
    [hashOf('nobody’s')],
  ])
})

test('W12: a letter as it went stays as long as it is to be put into the folder of sent mail', async () => {
  put('as it went')
  const server = await startSync({ folder: data })
  const id = newId('common', Date.now())
  await server.sync.author.write((tx) =>
    tx.create(messages, id, { way: 'letter', state: 'sent', raw: hashOf('as it went') }),
  )
  await server.stop()
  const { named, old } = await lookThrough(later(31))
  expect([hashesOf(named), old]).toEqual([[hashOf('as it went')], []])
})

test('W12: what a restored backup names stays', async () => {
  put('file')
  await record('file', 'preview')
  const { folder } = await makeBackup({ data, to: join(stage.folder, 'backups'), now: Date.now() })
  const into = join(stage.folder, 'restored')
  mkdirSync(into)
  await restore({ from: folder, data: into, now: Date.now() })
  expect((await sweep({ ...later(31), data: into })).old).toEqual([])
  expect(existsSync(pathOf('file', into))).toBe(true)
})

test('W12: nothing goes while a server runs, and none is named where a document does not load', async () => {
  put('nobody’s')
  const server = await startOn(data)
  await expect(sweep(later(31))).rejects.toThrow('folder-in-use')
  expect((await lookThrough(later(31))).old).toHaveLength(1)
  await server.stop()
  const database = new Database(join(data, STORAGE_FILE))
  database.exec('UPDATE journal SET crc = crc + 1')
  database.close()
  await expect(sweep(later(31))).rejects.toThrow('document-damaged')
  expect(existsSync(pathOf('nobody’s'))).toBe(true)
})

test('W12: of a company that has moved to PostgreSQL nothing goes by the file that it has left behind', async () => {
  put('nobody’s')
  const postgres = await startPostgres()
  try {
    const kept = { data, databaseUrl: await postgres.create() }
    await (await startIn(kept)).stop()
    const { folder } = await makeBackup({ ...kept, to: join(stage.folder, 'backups'), now: Date.now() })
    for (const look of [sweep, lookThrough]) {
      await expect(look(later(31))).rejects.toMatchObject({ code: 'company-elsewhere', params: { folder: data } })
    }
    expect((await lookThrough({ ...later(31), ...kept })).old).toHaveLength(1)
    expect(existsSync(pathOf('nobody’s'))).toBe(true)
    await restore({ from: folder, data, now: Date.now() })
    expect(await lookThrough(later(31)), 'restored into the folder it is there again').toMatchObject({ named: [] })
  } finally {
    await postgres.close()
  }
})
