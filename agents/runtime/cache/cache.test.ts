import { spawnSync } from 'node:child_process'
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Cache } from './cache.ts'
import { FolderInUse } from './database.ts'

const log = pino({ level: 'silent' })
const STATE = new Uint8Array([1, 2, 3])
let folder: string
let file: string
const opened: Cache[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-cache-'))
  file = join(folder, 'agents.sqlite')
})
afterEach(() => {
  for (const cache of opened.splice(0)) cache.close()
  rmSync(folder, { recursive: true })
})

function open(): Cache {
  const cache = new Cache(folder, log)
  opened.push(cache)
  return cache
}

/** What another run would find. */
function reopen(between: () => void = () => {}): Cache {
  opened.pop()?.close()
  between()
  return open()
}

function filled(): void {
  const cache = open()
  cache.put('c/setup', STATE)
  cache.place('feed').write('12')
}

const read = (cache: Cache) => [
  cache.state('c/setup') && [...(cache.state('c/setup') ?? [])],
  cache.place('feed').read(),
]

test('RT2: states and places outlive the process; nothing was kept of others', () => {
  filled()
  const cache = reopen()
  expect(read(cache)).toEqual([[...STATE], '12'])
  expect([cache.state('c/goods'), cache.place('other').read()]).toEqual([null, null])
})

test('ER10: of a document that another generation took the place of no byte is left', () => {
  const cache = open()
  cache.put('c/customers', Buffer.from(`Жанна-метка ${'x'.repeat(20_000)}`))
  cache.put('c/customers', STATE)
  opened.pop()?.close()
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('метка')
})

test.each(['states', 'places'])('RT4: of a damaged row of %s nothing is given, the other stands', (table) => {
  filled()
  const cache = reopen(() => change(`UPDATE ${table} SET crc = crc + 1`))
  expect(read(cache)).toEqual(table === 'states' ? [null, '12'] : [[...STATE], null])
})

test.each([
  ['no database', () => writeFileSync(file, 'x'.repeat(5000))],
  ['of another form', () => change('PRAGMA user_version = 99')],
])('RT4: a file that is %s is begun anew', (_what, spoil) => {
  filled()
  const cache = reopen(spoil)
  expect(read(cache)).toEqual([null, null])
  cache.place('feed').write('13')
  expect(read(reopen())).toEqual([null, '13'])
})

test('RT4: a file that proves to be damaged amid the work is begun anew, and work goes on', () => {
  const cache = open()
  for (let i = 0; i < 200; i++) cache.place(`place${i}`).write('x'.repeat(500))
  // The first page is whole, so that the file opens.
  const damaged = reopen(() => overwrite(4096))
  expect(damaged.place('place100').read()).toBeNull()
  damaged.place('feed').write('1')
  expect(reopen().place('feed').read()).toBe('1')
})

test('RT5: a folder has one process of agents', () => {
  open()
  expect(() => new Cache(folder, log)).toThrow(FolderInUse)
  const other = spawnSync(process.execPath, ['-e', script()], { encoding: 'utf8' })
  expect(other.stderr).toContain('FolderInUse')
  opened.pop()?.close()
  expect(spawnSync(process.execPath, ['-e', script()], { encoding: 'utf8' }).stderr).toBe('')
})

function script(): string {
  return `import(${JSON.stringify(join(import.meta.dirname, 'database.ts'))}).then(({ openDatabase }) => openDatabase(${JSON.stringify(folder)}).close())`
}

function change(sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

function overwrite(from: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(fstatSync(handle).size - from, 255), 0, null, from)
  closeSync(handle)
}
