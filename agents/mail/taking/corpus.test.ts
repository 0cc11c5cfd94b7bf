import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../../scripts/root.ts'
import { openTaking } from './testing/room.ts'

const CORPUS = join(ROOT, 'tests/fixtures/mail-corpus')
const LETTERS = globSync('*/**/*', { cwd: CORPUS })
  .map((path) => join(CORPUS, path))
  .filter((path) => statSync(path).isFile() && !path.endsWith('LICENSE'))
  .sort()

let room: Awaited<ReturnType<typeof openTaking>>
beforeAll(async () => {
  room = await openTaking()
})
afterAll(() => room.close())

test('MP1: the corpus of odd letters comes in whole: each has its record with a place, its words, and is taken once', async () => {
  const states = { imported: 0, duplicate: 0, raw: 0 }
  const records = new Set<string>()
  for (const path of LETTERS) {
    const { letter, state } = await room.take(readFileSync(path))
    states[state]++
    records.add(letter)
    const row = await room.read(letter)
    expect(row?.places, path).toHaveLength(1)
    expect(await room.server.files.blobs.sizeOf(row?.body ?? ''), path).toBeGreaterThan(0)
    if (state === 'raw') expect(await room.server.files.blobs.sizeOf(row?.raw ?? ''), path).toBe(row?.size)
  }
  expect(states.imported + states.duplicate + states.raw).toBe(179)
  expect(records.size, 'those that are there twice, in two forms of lines, are one').toBe(states.imported + states.raw)
  expect(states.raw).toBe(1)
})
