import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Failure } from '../shared/errors.ts'
import { sentenceOf } from './cli/sentence.ts'
import { MIGRATIONS } from './storage/schema.ts'
import { STORAGE_FILE } from './storage/sqlite/database.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
const NEWER = new Failure('data-newer', { schema: 99, known: MIGRATIONS.length })

test.each(['ru', 'en'] as const)(
  'a start on the data of a newer program ends with one sentence, in %s',
  async (language) => {
    const folder = await mkdtemp(join(tmpdir(), 'voronka-newer-'))
    const database = new Database(join(folder, STORAGE_FILE))
    database.pragma('user_version = 99')
    database.close()
    const env = { ...process.env, LC_ALL: language === 'ru' ? 'ru_RU.UTF-8' : 'C.UTF-8' }
    const args = [MAIN, '--data', folder, '--port', '0', '--host', '127.0.0.1']
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', timeout: 50_000 })
    expect([status, stderr]).toEqual([1, `${sentenceOf(NEWER, language)}\n`])
    expect(stdout).toContain('"code":"data-newer"')
    await rm(folder, { recursive: true })
  },
)
