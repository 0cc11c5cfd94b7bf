import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { erasures } from '../../shared/erasures/collections.ts'
import { startPostgres } from '../../tests/support/databases/postgres.ts'
import { eraserOf, makePerson, traces } from '../erasing/testing/person.ts'
import { temporaryFolder } from '../keeping/testing/company.ts'
import { lockFolder } from '../storage/sqlite/folder-lock.ts'
import { startSync } from '../sync/testing/sync-server.ts'

const CRM = join(import.meta.dirname, 'crm.ts')
const GROUND = ['--ground', 'заявление № 1']

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function erase(data: string, args: readonly string[], databaseUrl = ''): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'ru_RU.UTF-8', NODE_OPTIONS: '', DATABASE_URL: databaseUrl }
    const command = [CRM, 'erase', ...args, '--data', data]
    const child = execFile(process.execPath, command, { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
}

/** A stopped company with a person in it. */
async function stopped() {
  const stage = await temporaryFolder()
  onTestFinished(() => stage.remove())
  const data = stage.folder
  const server = await startSync({ folder: data })
  const made = await makePerson(server)
  await server.stop()
  return { data, made }
}

/** Starts the company and does what is asked for; gives how the erasures stand. */
async function started(data: string, databaseUrl?: string) {
  const server = await startSync({ folder: data, ...(databaseUrl === undefined ? {} : { databaseUrl }) })
  const eraser = eraserOf(server)
  eraser.begin()
  await eraser.idle()
  await eraser.stop()
  const all = await server.sync.inSetup(erasures)
  await server.stop()
  return all.map(({ state, by, ground }) => ({ state, by, ground }))
}

test.each(['customer', 'address'])('ER15: asked for by the command line, by %s, the next start erases', async (by) => {
  const { data, made } = await stopped()
  const whom = by === 'customer' ? ['--customer', made.id] : ['--address', 'zhanna-metka@mail.test']
  const { code, out, err } = await erase(data, [...whom, ...GROUND])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('Записано')
  expect(await started(data)).toEqual([{ state: 'erased', by: 'cli', ground: 'заявление № 1' }])
  if (by === 'customer') expect(traces(data)).toEqual([])
})

test('ER15: over PostgreSQL as well: refused while a server runs, done by its next start', async () => {
  const database = await startPostgres()
  onTestFinished(() => database.close())
  const stage = await temporaryFolder()
  onTestFinished(() => stage.remove())
  const url = await database.create()
  const server = await startSync({ folder: stage.folder, databaseUrl: url })
  const made = await makePerson(server)
  const args = ['--customer', made.id, ...GROUND]
  expect(await erase(stage.folder, args, url)).toMatchObject({ code: 2, out: '' })
  expect(await server.sync.inSetup(erasures)).toEqual([])
  await server.stop()
  expect(await erase(stage.folder, args, url)).toMatchObject({ code: 0, err: '' })
  expect(await started(stage.folder, url)).toEqual([{ state: 'erased', by: 'cli', ground: 'заявление № 1' }])
  expect(traces(stage.folder)).toEqual([])
})

test('ER15: without a ground, of nobody, or while a server runs nothing is changed', async () => {
  const { data, made } = await stopped()
  const whom = ['--customer', made.id]
  expect(await erase(data, whom)).toMatchObject({ code: 2, err: expect.stringContaining('--ground') })
  expect(await erase(data, GROUND)).toMatchObject({ code: 2, err: expect.stringContaining('--customer') })
  expect((await erase(data, ['--customer', 'nobody', ...GROUND])).code).toBe(2)
  const lock = lockFolder(data)
  expect((await erase(data, [...whom, ...GROUND])).code).toBe(2)
  lock.release()
  expect(await started(data)).toEqual([])
})
