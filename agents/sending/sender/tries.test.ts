import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import { Lane } from './lane.ts'
import { isSpent, pauseBehind } from './tries.ts'

test('SN14: pauses between tries double up to two hours, and are spread over half of that', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), part, (tries, random) => {
      const bound = Math.min(2 * 3_600_000, 60_000 * 2 ** (tries - 1))
      const pause = pauseBehind(tries, () => random)
      expect(pause).toBeGreaterThanOrEqual(Math.floor(bound / 2))
      expect(pause).toBeLessThanOrEqual(bound)
      expect(Number.isInteger(pause)).toBe(true)
    }),
  )
  expect([1, 13, 14].map(isSpent)).toEqual([false, false, true])
})

const FAULT: Outcome = { is: 'later', of: 'server', why: { code: 'unreachable', params: {} } }
const SENT: Outcome = { is: 'sent', outer: '', why: { code: 'accepted', params: {} } }

test('SN14: behind a fault of the server one goes ahead, then as many as may; other settings open it at once', async () => {
  let now = 0
  const lane = new Lane({ atOnce: 3, gap: 0 }, () => now)
  const hold = () => {
    const held = Promise.withResolvers<void>()
    void lane.with(() => held.promise)
    return held.resolve
  }
  const [one, two] = [hold(), hold()]
  expect(lane.opensIn).toBe(0)
  const three = hold()
  expect(lane.opensIn).toBe(Number.POSITIVE_INFINITY)
  for (const end of [one, two, three]) end()
  await lane.send(async () => FAULT)
  const pause = lane.opensIn
  expect(pause).toBeGreaterThanOrEqual(7_500)
  now += pause
  expect(lane.opensIn).toBe(0)
  const ahead = hold()
  expect(lane.opensIn, 'one goes ahead').toBe(Number.POSITIVE_INFINITY)
  ahead()
  await lane.send(async () => FAULT)
  expect(lane.opensIn).toBeGreaterThanOrEqual(15_000)
  lane.reopen()
  expect(lane.opensIn).toBe(0)
  await lane.send(async () => FAULT)
  now += 3_600_000
  await lane.send(async () => SENT)
  hold()
  expect(lane.opensIn, 'well again').toBe(0)
})
