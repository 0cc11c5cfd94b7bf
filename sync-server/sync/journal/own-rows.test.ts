import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { states } from '../../../shared/orders/collections.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import type { Storage, StorageTurn } from '../../storage/storage.ts'
import { startSync } from '../testing/sync-server.ts'

test('J21: a turn asks for what others have written behind its process’s own last row, not for that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-rows-'))
  const storage = await openStorage(folder)
  onTestFinished(async () => {
    await storage.close()
    rmSync(folder, { recursive: true })
  })
  const asked: number[] = []
  const listened: Storage = {
    ...storage,
    turn: <T>(since: number, work: (turn: StorageTurn) => Promise<T>) => {
      asked.push(since)
      return storage.turn(since, work)
    },
  }
  const server = await startSync({ storage: listened })
  onTestFinished(() => server.stop())
  const write = (id: string) => server.sync.author.write((tx) => tx.create(states, id, { name: id }))
  await write('first')
  const { last } = await storage.news(0)
  asked.length = 0
  await write('second')
  expect(asked[0]).toBe(last)
})
