import { expect, test } from 'vitest'
import { Pace } from '../../../shared/line/pace.ts'
import { MOST } from './pace.ts'

test('A21: what a session asks above its measure waits for the next minute, and nobody else does', () => {
  let now = 5000
  const pace = new Pace(MOST, () => now)
  const waits = Array.from({ length: MOST + 1 }, () => pace.take('one'))
  expect(waits.slice(0, MOST).every((wait) => wait === 0)).toBe(true)
  expect(waits.at(-1)).toBe(60_000)
  expect(pace.take('other')).toBe(0)
  now += 59_000
  expect(pace.take('one')).toBe(1000)
  now += 1000
  expect(pace.take('one')).toBe(0)
})
