import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BLOBS, blobPath } from '../../files/blobs.ts'
import { startOn } from '../../keeping/testing/company.ts'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'

const CRM = join(import.meta.dirname, '../crm.ts')
/** Each command is a process of its own. */
const WITHIN = { timeout: 120_000 }

let folder: string
let data: string
/** A company as it was founded, whose server has ended. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-commands-'))
  data = join(folder, 'data')
  const server = await startOn(data)
  await server.stop()
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function crm(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', DATABASE_URL: '' }
    const child = execFile(process.execPath, [CRM, ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
}

/** Has the disk spoil a document; gives its name. */
function spoil(): string {
  const database = new Database(join(data, STORAGE_FILE))
  const { document } = database
    .prepare<[], { document: string }>(`SELECT document FROM journal WHERE document LIKE '%/setup'`)
    .get() ?? { document: '' }
  database.prepare('UPDATE journal SET crc = crc + 1 WHERE document = ?').run(document)
  database.close()
  return document
}

test(
  'K1, K11: `crm backup` prints the folder that it made, and `crm verify` finds it and the company whole',
  WITHIN,
  async () => {
    const made = await crm('backup', '--data', data, '--to', join(folder, 'backups'))
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' })
    const backup = made.out.trim()
    expect(readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name))).toEqual([backup])
    const kept = await crm('verify', '--backup', backup)
    const stored = await crm('verify', '--data', data)
    expect([kept.code, stored.code]).toEqual([0, 0])
    expect(kept.out).toBe(stored.out)
  },
)

test('K11, K12: what is damaged is named by every command, and each ends with 1', WITHIN, async () => {
  const document = spoil()
  const verified = await crm('verify', '--data', data)
  expect([verified.code, verified.out.includes(document)]).toEqual([1, true])
  const backed = await crm('backup', '--data', data, '--to', join(folder, 'backups'))
  expect([backed.code, backed.err.includes(document)]).toEqual([1, true])
  const exported = await crm('export', '--data', data, '--to', join(folder, 'open'))
  expect([exported.code, exported.err.includes(document)]).toEqual([1, true])
  const restored = await crm('restore', '--from', backed.out.trim(), '--data', join(folder, 'again'))
  expect([restored.code, restored.err.includes(document)]).toEqual([1, true])
})

test('K12: `crm export` writes open files and says how many records stand in each', WITHIN, async () => {
  const { code, out } = await crm('export', '--data', data, '--to', join(folder, 'open'))
  expect(code).toBe(0)
  expect(out).toMatch(/^people\.csv: \d+$/m)
  expect(readdirSync(join(folder, 'open'))).toContain('people.csv')
})

test(
  'W12: `crm files --sweep` says how many files are needed and how many are not, and removes by --remove alone',
  WITHIN,
  async () => {
    const blob = blobPath('a'.repeat(64))
    mkdirSync(join(data, BLOBS, dirname(blob)), { recursive: true })
    writeFileSync(join(data, BLOBS, blob), 'ten bytes.')
    const looked = await crm('files', '--sweep', '--data', data)
    expect([looked.code, looked.err]).toEqual([0, ''])
    expect(looked.out).toMatch(
      /Needed by records: 0 .*less than 30 days.*: 1 \(10 bytes\).*more than 30 days: 0 .*--remove/s,
    )
    const swept = await crm('files', '--sweep', '--remove', '--data', data)
    expect([swept.code, swept.out.includes('removed: 0 (0 bytes)')]).toEqual([0, true])
    expect(existsSync(join(data, BLOBS, blob))).toBe(true)
  },
)

test.each([
  ['restore', ['--from', '/no/such/backup']],
  ['verify', ['--backup', '/no/such/backup']],
  ['export', []],
  ['files', []],
])(
  'K9, K11, K12, W12: `crm %s` without what it needs is a sentence and the exit code 2',
  WITHIN,
  async (command, args) => {
    const { code, out, err } = await crm(command, ...args, '--data', data)
    expect([code, out]).toEqual([2, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
  },
)
