import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { savedOf } from '../../client/data/page/saved/saved.ts'
import { makeOld, quarter, startCompany, type TestCompany } from '../../client/data/session/testing/company.ts'
import { restoring } from '../../client/data/session/testing/restored.ts'
import type { TestDevice } from '../../client/data/session/testing/test-device.ts'
import { verify } from '../../sync-server/keeping/verify/verify.ts'
import { STORAGE_FILE } from '../../sync-server/storage/sqlite/database.ts'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { startSync } from '../../sync-server/sync/testing/sync-server.ts'
import { seeded } from '../support/random.ts'
import { type Bytes, FLIPPED, HALVED, spoilIn } from '../support/spoil.ts'
import { SEED, times } from './support/length.ts'

/** A snapshot of each document after a few rows of the journal. */
const OFTEN = { compactAfter: 4 }
const WITHIN = times(5, 30) * 60_000
const ROUNDS = times(1, 12)
const CUTS = times(5, 200)

let folder: string
let company: TestCompany
let backups: ReturnType<typeof restoring>
let mira: TestDevice
let random: () => number
beforeEach(async () => {
  random = seeded(SEED)
  folder = mkdtempSync(join(tmpdir(), 'voronka-damaged-'))
  company = await startCompany({ ...OFTEN, folder })
  backups = restoring(company, OFTEN)
  for (const id of ['new', 'made'])
    await company.owner.run('createRecord', { collection: 'states', id, values: { name: id } })
  for (const id of ['olga', 'mira'])
    await company.owner.run('createRecord', { collection: 'people', id, values: { name: id } })
  await company.owner.saved()
  mira = await company.device('mira')
})
afterEach(async () => {
  await company.stop()
  backups.end()
  rmSync(folder, { recursive: true })
})

/** Mira's work: it stands in a backup, in what was saved since, and in what is not sent. */
async function worked() {
  const id = await makeOld(mira, 1, 'backed up', 'new')
  for (let i = 0; i < 6; i++) await mira.run('setOrder', { id, fields: { contact: `${i}` } })
  await mira.saved()
  const backup = backups.backUp()
  await mira.run('setOrder', { id, fields: { note: 'saved later' } })
  const later = await makeOld(mira, 1, 'made later', 'new')
  await mira.saved()
  mira.line.cut()
  await mira.run('setOrder', { id, fields: { contact: 'unsent' } })
  return { id, later, backup }
}

const FLIPPED_ANYWHERE: Bytes = {
  ...FLIPPED,
  spoilt(bytes) {
    const flipped = Buffer.from(bytes)
    const at = Math.floor(random() * bytes.length)
    flipped[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    return flipped
  },
}
const CUT_ANYWHERE: Bytes = { ...HALVED, spoilt: (bytes) => bytes.subarray(0, Math.floor(random() * bytes.length)) }

/** Stops the server, spoils its bytes, and starts it again; where a snapshot has just taken the bytes' place, others are written. */
async function spoil(id: string, bytes: Bytes): Promise<void> {
  const { folder } = company.server
  let isSpoilt = false
  await eventually(async () => (await company.owner.record(id)).row?.note).toBe('saved later')
  for (let attempt = 0; !isSpoilt; attempt++) {
    await company.owner.run('setOrder', { id, fields: { source: `${attempt}` } })
    await company.owner.saved()
    await company.move(async () => {
      isSpoilt = spoilIn(folder, quarter(1), bytes)
      return startSync({ ...OFTEN, folder })
    })
  }
}

async function expectAll(device: TestDevice, { id, later }: Awaited<ReturnType<typeof worked>>) {
  await eventually(async () => (await device.record(id)).row).toMatchObject({ note: 'saved later', contact: 'unsent' })
  await eventually(async () => (await device.record(later)).row?.note).toBe('made later')
}

/** What a device is told of how its work is kept, and of the document that it is not served. */
async function told(device: TestDevice) {
  const status = await device.status()
  const [{ document, code } = {}] = status.unserved
  return { is: savedOf(status).is, denied: status.denied, document, code }
}

test.each([
  ['a flipped byte in a snapshot', FLIPPED_ANYWHERE],
  ['a journal cut in the middle of a record', CUT_ANYWHERE],
])(
  `J15, K11, J30: %s is refused with words, named, and restored without loss, ${ROUNDS} times (seed ${SEED})`,
  {
    timeout: WITHIN,
  },
  async (_what, bytes) => {
    for (let round = 0; round < ROUNDS; round++) {
      const all = await worked()
      expect(verify(company.server.folder).problems).toEqual([])
      await spoil(all.id, bytes)
      mira.line.restore()
      const document = `${company.server.company}/${quarter(1)}`
      // The device is told of that document alone, keeps what it has, and works on in all others.
      await eventually(() => told(mira)).toEqual({ is: 'unserved', denied: null, document, code: 'document-damaged' })
      await makeOld(mira, 2, 'meanwhile')
      await eventually(async () => (await mira.status()).waiting.count).toBe(1)
      await eventually(() => told(mira)).toMatchObject({ is: 'unserved', code: 'document-damaged' })
      expect(verify(company.server.folder).problems).toEqual([{ what: 'damaged', document }])
      await backups.restore(all.backup)
      await mira.saved()
      expect((await mira.status()).notAccepted).toEqual([])
      const fresh = await company.device('max')
      for (const device of [mira, company.owner, fresh]) await expectAll(device, all)
      await fresh.kill()
      expect(verify(company.server.folder).problems).toEqual([])
    }
  },
)

test(`K11: a database that was cut off, ${CUTS} times at another byte, is named as such (seed ${SEED})`, async () => {
  const { backup } = await worked()
  const file = join(backup, STORAGE_FILE)
  const { size } = statSync(file)
  const places = Array.from({ length: CUTS }, () => Math.floor(random() * size))
  for (const place of [size - 1, ...places.sort((a, b) => b - a), 100, 1, 0]) {
    truncateSync(file, place)
    expect(() => verify(backup), `of ${size} bytes ${place}`).toThrow('data-damaged')
  }
})
