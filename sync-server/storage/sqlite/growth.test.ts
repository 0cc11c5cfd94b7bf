import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Storage } from '../storage.ts'
import { STORAGE_FILE } from './database.ts'
import { openStorage } from './open.ts'

const LARGE = 4_000_000

let folder: string
let storage: Storage
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-growth-'))
  storage = await openStorage(folder)
})
afterEach(async () => {
  await storage.close()
  rmSync(folder, { recursive: true })
})

async function write(): Promise<void> {
  const row = { document: 'a', user: 'mira', replica: 'AAAA', at: 1, update: Uint8Array.of(1, 2), audit: [] }
  await storage.append({ rows: [row], numbers: [] }, () => [])
}

test('J28: a write puts on the disk what it is, however large its document', async () => {
  await write()
  await storage.compact('a', await storage.load('a'), new Uint8Array(LARGE))
  // The log of what is written begins anew.
  await storage.close()
  storage = await openStorage(folder)
  await write()
  expect(statSync(join(folder, `${STORAGE_FILE}-wal`)).size).toBeLessThan(LARGE / 10)
  expect(await storage.documents()).toMatchObject([{ document: 'a', size: LARGE, rows: 1, last: 2 }])
})
