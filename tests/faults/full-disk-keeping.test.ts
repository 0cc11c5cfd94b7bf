import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { sentenceOf } from '../../sync-server/cli/sentence.ts'
import { makeBackup } from '../../sync-server/keeping/backup/make.ts'
import { checkFiles, readManifest } from '../../sync-server/keeping/backup/manifest.ts'
import { restore } from '../../sync-server/keeping/restore/restore.ts'
import { startIn, startOn, temporaryFolder } from '../../sync-server/keeping/testing/company.ts'
import { startPostgres } from '../support/databases/postgres.ts'
import { MAY_MOUNT, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { times } from './support/length.ts'

const NOW = Date.UTC(2026, 10, 26, 3)
const WITHIN = times(5, 30) * 60_000
/** By so much more room is left each time, KB: wherever in the work the disk ends, it is tried. */
const STEP = times(32, 8)

let disk: SmallDisk
let stage: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => {
  disk = mountSmallDisk('16m')
  stage = await temporaryFolder()
})
afterEach(async () => {
  await stage.remove()
  disk.unmount()
})

/** Tries `work` with ever more room until it goes well; each time that it does not, `folder` stands as it stood. Gives how often it did not. */
async function untilThereIsRoom(folder: string, work: (attempt: number) => Promise<unknown>): Promise<number> {
  const before = contents(folder)
  for (let attempt = 0; ; attempt++) {
    disk.leave(attempt * STEP * 1024)
    const failure = await work(attempt).then(
      () => null,
      (error: unknown) => error,
    )
    if (failure === null) return attempt
    expect(failure).toMatchObject({ code: 'disk-full' })
    expect(wordsOf(failure)).toContain('кончилось место')
    expect(contents(folder)).toEqual(before)
  }
}

function wordsOf(failure: unknown): string {
  return failure instanceof Failure ? sentenceOf(failure, 'ru') : ''
}

/** Every file below a folder by the sum of its bytes, every folder by nothing; but for what SQLite leaves beside a database that was only read. */
function contents(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true }).map(String).sort()
  const standing = paths.filter((path) => !isOfReading(join(folder, path)))
  return Object.fromEntries(standing.map((path) => [path, sumOf(join(folder, path))]))
}

function isOfReading(path: string): boolean {
  return path.endsWith('.sqlite-shm') || (path.endsWith('.sqlite-wal') && statSync(path).size === 0)
}

function sumOf(path: string): string {
  return statSync(path).isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''
}

test.runIf(MAY_MOUNT)(
  `K3, K6: the disk is full in a backup, wherever in it by ${STEP} KB: that is said, on the owner’s page too, and all stands as it stood; with room one is made`,
  { timeout: WITHIN },
  async () => {
    const data = join(disk.path, 'data')
    const to = join(data, 'backups')
    const { owner, stop } = await startOn(data)
    const { folder } = await makeBackup({ data, to, now: NOW })
    disk.leave(0)
    expect(await owner.post('/api/backups')).toMatchObject({ body: { code: 'disk-full', params: { folder: to } } })
    const page = await owner.get('/api/backups')
    expect(page.body).toMatchObject({
      count: 1,
      last: { at: NOW },
      failed: { code: 'disk-full', params: { folder: to } },
    })
    disk.free()
    await owner.post('/api/backups')
    expect((await owner.get('/api/backups')).body).toMatchObject({ count: 2, failed: null })
    await stop()
    const make = (attempt: number) => makeBackup({ data, to, now: NOW + 1000 + attempt })
    expect(await untilThereIsRoom(data, make)).toBeGreaterThan(4)
    checkFiles(folder, readManifest(folder))
  },
)

test.runIf(MAY_MOUNT)(
  `K9: the disk is full in a restore, wherever in it by ${STEP} KB: that is said, and all stands as it stood; with room it is restored`,
  { timeout: WITHIN },
  async () => {
    const data = join(disk.path, 'data')
    await (await startOn(data)).stop()
    const { folder } = await makeBackup({ data, to: join(stage.folder, 'backups'), now: NOW })
    expect(await untilThereIsRoom(data, () => restore({ from: folder, data, now: NOW }))).toBeGreaterThan(4)
    await (await startOn(data)).stop()
  },
)

test.runIf(MAY_MOUNT)(
  `K9, K14: the disk of the data folder is full in a restore into PostgreSQL, wherever in it by ${STEP} KB: that is said, and all stands as it stood, there too`,
  { timeout: WITHIN },
  async () => {
    const postgres = await startPostgres()
    onTestFinished(() => postgres.close())
    const kept = { data: join(disk.path, 'data'), databaseUrl: await postgres.create() }
    const running = await startIn(kept)
    const { folder } = await makeBackup({ ...kept, to: join(stage.folder, 'backups'), now: NOW })
    await running.owner.post('/api/invitations', { name: 'Грей', role: 'manager' })
    await running.stop()
    const invitations = async () => (await postgres.ask(kept.databaseUrl, 'SELECT name FROM invitation')).length
    const attempts = await untilThereIsRoom(kept.data, async (attempt) => {
      expect(await invitations()).toBe(1)
      await restore({ from: folder, ...kept, now: NOW + attempt * 1000 })
    })
    expect(attempts).toBeGreaterThan(4)
    expect(await invitations()).toBe(0)
  },
)
