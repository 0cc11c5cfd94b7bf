import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LiveDocument } from '../../documents/live-document.ts'
import { Keeper, type KeeperGround } from './keeper.ts'

const QUARTERS = ['one', 'two', 'three']

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A keeper of three quarters of which nobody holds any; `breaks` says which cannot be read. */
function keeperOf(breaks: (name: string) => boolean) {
  const failures: unknown[] = []
  const documents = {
    async open(name: string) {
      if (breaks(name)) throw new Error(`${name} is torn`)
      return { name, isFresh: false } as LiveDocument
    },
    letGo: async () => false,
    find: () => undefined,
    stand: async () => false,
    keepColumns: async () => false,
    names: () => [],
  }
  const links = {
    has: () => false,
    isSynced: () => false,
    agreed: async () => true,
    attach: () => {},
    detach: () => {},
  }
  const ground = {
    documents,
    links: { ...links, names: () => [] },
    parcels: { areOffered: false, ask: async () => null },
    held: { get: () => null, drop: () => {}, note: () => {} },
    quarters: () => QUARTERS,
    shelf: () => null,
    stays: () => false,
    isUnsent: () => false,
    unsent: () => [],
    isOnline: () => false,
    read: () => {},
    failed: (error: unknown) => failures.push(error),
    linger: 1000,
  }
  return { keeper: new Keeper(ground as unknown as KeeperGround), failures }
}

test('a document that cannot be read is told of once, keeps no other from being read, and is tried again', async () => {
  let isTorn = true
  const { keeper, failures } = keeperOf((name) => name === 'one' && isTorn)
  keeper.look()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(QUARTERS.filter((name) => keeper.hasRead(name))).toEqual(['two', 'three'])
  expect(failures).toHaveLength(1)
  isTorn = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(keeper.hasRead('one')).toBe(true)
  keeper.close()
})
