import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeOld, quarter, startCompany, type TestCompany } from '../../client/data/session/testing/company.ts'
import { restoring } from '../../client/data/session/testing/restored.ts'
import type { TestDevice } from '../../client/data/session/testing/test-device.ts'
import { verify } from '../../sync-server/keeping/verify/verify.ts'
import { STORAGE_FILE } from '../../sync-server/storage/sqlite/database.ts'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { startSync } from '../../sync-server/sync/testing/sync-server.ts'

/** A snapshot of each document after a few rows of the journal. */
const OFTEN = { compactAfter: 4 }

let folder: string
let company: TestCompany
let backups: ReturnType<typeof restoring>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-damaged-'))
  company = await startCompany({ ...OFTEN, folder })
  backups = restoring(company, OFTEN)
})
afterEach(async () => {
  await company.stop()
  backups.end()
  rmSync(folder, { recursive: true })
})

/** A device whose work stands in a backup, in what was saved since, and in what is not sent. */
async function worked() {
  for (const id of ['new', 'made'])
    await company.owner.run('createRecord', { collection: 'states', id, values: { name: id } })
  await company.owner.saved()
  const mira = await company.device('mira')
  const id = await makeOld(mira, 1, 'backed up', 'new')
  for (let i = 0; i < 6; i++) await mira.run('setOrder', { id, fields: { contact: `${i}` } })
  await mira.saved()
  const backup = backups.backUp()
  await mira.run('setOrder', { id, fields: { note: 'saved later' } })
  const later = await makeOld(mira, 1, 'made later', 'new')
  await mira.saved()
  mira.line.cut()
  await mira.run('setOrder', { id, fields: { contact: 'unsent' } })
  return { mira, id, later, backup }
}

/** Stops the server, spoils its files, and starts it again. */
async function spoil(work: (file: string) => void): Promise<void> {
  await company.move(async () => {
    work(join(folder, STORAGE_FILE))
    return startSync({ ...OFTEN, folder })
  })
}

/** Bytes in the database, by the document's name at the end; changed beside the storage, as a bad disk does. */
interface Bytes {
  readonly find: string
  readonly put: string
  readonly spoilt: (bytes: Buffer) => Buffer
}

const FLIPPED: Bytes = {
  find: 'SELECT state FROM snapshots WHERE document LIKE ?',
  put: 'UPDATE snapshots SET state = ? WHERE document LIKE ?',
  spoilt: (bytes) => Buffer.from(bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte))),
}
const CUT: Bytes = {
  find: 'SELECT "update" FROM journal WHERE document LIKE ? ORDER BY number DESC LIMIT 1',
  put: 'UPDATE journal SET "update" = ? WHERE document LIKE ?',
  spoilt: (bytes) => bytes.subarray(0, bytes.length / 2),
}

function bytesIn(file: string, { find }: Bytes): Buffer | undefined {
  const database = new Database(file, { readonly: true })
  const bytes = database
    .prepare<[string], Buffer>(find)
    .pluck()
    .get(`%${quarter(1)}`)
  database.close()
  return bytes
}

function spoilIn(file: string, bytes: Bytes): void {
  const spoilt = bytes.spoilt(bytesIn(file, bytes) ?? Buffer.alloc(0))
  const database = new Database(file)
  expect(database.prepare(bytes.put).run(spoilt, `%${quarter(1)}`).changes).toBeGreaterThan(0)
  database.close()
}

async function expectAll(device: TestDevice, { id, later }: Awaited<ReturnType<typeof worked>>) {
  await eventually(async () => (await device.record(id)).row).toMatchObject({ note: 'saved later', contact: 'unsent' })
  await eventually(async () => (await device.record(later)).row?.note).toBe('made later')
}

test.each([
  ['a flipped byte in a snapshot', FLIPPED],
  ['a journal cut in the middle of a record', CUT],
])('J15, K11, J30: %s is refused with words, named, and restored without loss', async (_what, bytes) => {
  const all = await worked()
  await eventually(() => bytesIn(join(folder, STORAGE_FILE), bytes)).toBeDefined()
  const { mira, backup } = all
  expect(verify(folder).problems).toEqual([])
  await spoil((file) => spoilIn(file, bytes))
  mira.line.restore()
  await eventually(() => company.server.logged.map(({ code }) => code)).toContain('document-damaged')
  expect(verify(folder).problems).toEqual([{ what: 'damaged', document: `${company.server.company}/${quarter(1)}` }])
  // The device keeps what it has, and others write on.
  expect((await mira.status()).waiting.count).toBeGreaterThan(0)
  await backups.restore(backup)
  await mira.saved()
  expect((await mira.status()).notAccepted).toEqual([])
  const max = await company.device('max')
  for (const device of [mira, max]) await expectAll(device, all)
  expect(verify(company.server.folder).problems).toEqual([])
})

test('K11: a database that was cut off is named as such', async () => {
  const { backup } = await worked()
  const file = join(backup, STORAGE_FILE)
  truncateSync(file, 20_000)
  expect(() => verify(backup)).toThrow('data-damaged')
  truncateSync(file, 100)
  expect(() => verify(backup)).toThrow('data-damaged')
})
