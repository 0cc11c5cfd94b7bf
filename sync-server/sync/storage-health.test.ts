import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { states } from '../../shared/orders/collections.ts'
import { openStorage } from '../storage/sqlite/open.ts'
import type { Storage, StorageTurn } from '../storage/storage.ts'
import { eventually } from './testing/eventually.ts'
import { startSync } from './testing/sync-server.ts'

/** A storage whose disk is full from when `fill` is called, and news of another process come amid the turn that meets that. */
async function soonFull() {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-health-'))
  const storage = await openStorage(folder)
  onTestFinished(async () => {
    await storage.close()
    rmSync(folder, { recursive: true })
  })
  let [isFull, proofs, told] = [false, 0, () => {}]
  const full: Storage = {
    ...storage,
    join: (member) => {
      told = member.told
      return storage.join(member)
    },
    turn: async <T>(since: number, work: (turn: StorageTurn) => Promise<T>) => {
      if (!isFull) return storage.turn(since, work)
      told()
      await new Promise((resolve) => setImmediate(resolve))
      throw new Error('full')
    },
    prove: async () => {
      proofs++
      if (isFull) throw new Error('full')
    },
  }
  const fill = (yes: boolean) => {
    isFull = yes
  }
  return { full, fill, proofs: () => proofs }
}

test('J2: what is only read while a turn fails does not make storage well again: a proof does', async () => {
  const { full, fill, proofs } = await soonFull()
  const server = await startSync({ storage: full })
  onTestFinished(() => server.stop())
  fill(true)
  await expect(server.sync.author.write((tx) => tx.create(states, 'new', { name: 'new' }))).rejects.toThrow()
  await eventually(proofs).toBeGreaterThan(0)
  expect(server.sync.health().ok).toBe(false)
  fill(false)
  await eventually(() => server.sync.health().ok).toBe(true)
})
