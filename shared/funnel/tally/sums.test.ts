import { expect, test } from 'vitest'
import { timeOfStays } from '../report/rounding.ts'
import { CARRIED, FIELDS, RUNNING, TIME } from './fields.ts'
import { addTime, stayOn } from './sums.ts'

/** The time of all stays of the one row at a moment. */
function timeAt(sums: Float64Array, moment: number): bigint {
  return BigInt(timeOfStays(sums[TIME] ?? 0, sums[CARRIED] ?? 0, sums[RUNNING] ?? 0, moment))
}

test('F1: the time of stays is exact to the millisecond, however much there is of it, and vanishes as it came', () => {
  const sums = new Float64Array(FIELDS)
  const times = Array.from({ length: 9999 }, (_, i) => 2 ** 51 - 2 ** 40 * (i % 7) - i * 3 - 1)
  for (const time of times) addTime(sums, 0, time)
  expect(timeAt(sums, 0)).toBe(times.reduce((sum, time) => sum + BigInt(time), 0n))
  for (const time of times.toReversed()) addTime(sums, 0, -time)
  expect(timeAt(sums, 0)).toBe(0n)
})

test('F1: running stays are exact at any moment', () => {
  const sums = new Float64Array(FIELDS)
  const starts = Array.from({ length: 20_001 }, (_, i) => Date.UTC(2016, 8, 1) + i * 1001)
  for (const start of starts) stayOn(sums, 0, start, 1)
  const moment = Date.UTC(2046, 8, 1) + 1
  expect(timeAt(sums, moment)).toBe(starts.reduce((sum, start) => sum + BigInt(moment - start), 0n))
  for (const start of starts) stayOn(sums, 0, start, -1)
  expect([timeAt(sums, moment), sums[RUNNING]]).toEqual([0n, 0])
})
