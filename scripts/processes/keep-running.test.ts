import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepRunning } from './keep-running.ts'

const patience = { firstMs: 5, longestMs: 20, soundMs: 60_000 }
let folder: string
let diary: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-kept-'))
  diary = join(folder, 'diary')
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

test('what dies is started again, with a longer pause each time, until it is stopped', async () => {
  const kept = keepRunning({ name: 'it', options: () => writes('process.exit(3)'), patience })
  await vi.waitFor(() => expect(starts()).toBeGreaterThanOrEqual(4), { timeout: 10_000 })
  await kept.stop()
  const seen = starts()
  const said = vi.mocked(console.error).mock.calls.map(([line]) => line)
  expect(said.slice(0, 3)).toEqual([5, 10, 20].map((pause) => `it ended (3); starting it again in ${pause} ms`))
  expect(starts()).toBe(seen)
})

test('a stop is asked for with SIGTERM and waited for', async () => {
  const kept = keepRunning({
    name: 'it',
    options: () =>
      writes("process.on('SIGTERM', () => { write('end'); process.exit(0) }); setInterval(() => {}, 1000)"),
    patience,
  })
  await vi.waitFor(() => expect(starts()).toBe(1), { timeout: 10_000 })
  await kept.stop()
  expect(await kept.over).toBe(0)
  expect(readFileSync(diary, 'utf8')).toBe('start\nend\n')
  expect(console.error).not.toHaveBeenCalled()
})

test('it is given up when it is not to be started again', async () => {
  const kept = keepRunning({ name: 'it', options: () => writes('process.exit(2)'), again: () => false, patience })
  expect(await kept.over).toBe(2)
  expect(starts()).toBe(1)
})

/** A program that notes its start in the diary and then does as told. */
function writes(then: string): { args: string[] } {
  const write = `const write = (line) => require('node:fs').appendFileSync(${JSON.stringify(diary)}, line + '\\n')`
  return {
    args: [
      '--eval',
      `${write}; ${then.startsWith('process.on') ? `${then}; write('start')` : `write('start'); ${then}`}`,
    ],
  }
}

function starts(): number {
  return existsSync(diary) ? readFileSync(diary, 'utf8').split('start').length - 1 : 0
}
