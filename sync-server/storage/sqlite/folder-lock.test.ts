import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

test('J16: one process serves a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-lock-'))
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(/Another server/)
  lock.release()
  lockFolder(folder).release()
  rmSync(folder, { recursive: true })
})
