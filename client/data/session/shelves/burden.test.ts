import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Burden } from './burden.ts'

const MOST = 100
const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 150 }), fc.constant(Number.POSITIVE_INFINITY)), {
  maxLength: 40,
  size: 'max',
})

/** Everything settles that can without one of those that are carried ending. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('C10: never more than the bound at once, but one that is greater alone; each is carried, in the order in which it came', async () => {
  const ends = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })
  const way = fc.asyncProperty(sizes, ends, async (all, order) => {
    const burden = new Burden(MOST)
    const begun: number[] = []
    const carried = new Map<number, () => void>()
    const done = all.map((bytes, i) =>
      burden.carry(bytes, () => {
        begun.push(i)
        const { promise, resolve } = Promise.withResolvers<void>()
        carried.set(i, resolve)
        return promise
      }),
    )
    for (let ended = 0; ended < all.length; ended++) {
      await settled()
      const held = [...carried.keys()].map((i) => all[i] ?? 0)
      const sum = held.reduce((one, other) => one + other, 0)
      expect(held.length === 1 || sum <= MOST).toBe(true)
      const next = all[begun.length]
      if (next !== undefined)
        expect(sum + Math.min(next, MOST), 'nobody waits where there is room').toBeGreaterThan(MOST)
      const [i = 0, end] = [...carried][(order[ended] ?? 0) % carried.size] ?? []
      carried.delete(i)
      end?.()
    }
    await Promise.all(done)
    expect(begun).toEqual(all.map((_bytes, i) => i))
  })
  await fc.assert(way, { numRuns: 200 })
})

test('C10: what fails leaves its room to the others', async () => {
  const burden = new Burden(MOST)
  const broken = burden.carry(MOST, () => Promise.reject(new Error('the disk broke')))
  const next = burden.carry(MOST, async () => 'carried')
  await expect(broken).rejects.toThrow('the disk broke')
  expect(await next).toBe('carried')
})
