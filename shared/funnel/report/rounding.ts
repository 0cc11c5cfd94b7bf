import { CARRY } from '../tally/fields.ts'

/** A hundredth of an hour. */
const HUNDREDTH = 36_000

/** `part` of `whole` (not negative) as a whole number, half up. */
function divideHalfUp(part: number, whole: number): number {
  const rest = part % whole
  const floor = (part - rest) / whole
  return rest * 2 >= whole ? floor + 1 : floor
}

/** Whole percent, half up; null of zero (SPEC F25). */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : divideHalfUp(part * 100, whole)
}

/** The mean of so many milliseconds over `count`, as hours with two decimals, half up; null over nothing (SPEC F26). */
export function meanHours(time: number | bigint, count: number): number | null {
  if (count === 0) return null
  const whole = HUNDREDTH * count
  if (typeof time === 'number') return divideHalfUp(time, whole) / 100
  return Number((time * 2n + BigInt(whole)) / (2n * BigInt(whole))) / 100
}

/** The time of all stays of a row at the moment, exact: a bigint where a number would not be. */
export function timeOfStays(time: number, carried: number, running: number, moment: number): number | bigint {
  if (carried === 0 && running * moment < CARRY) return time + running * moment
  return BigInt(time) + BigInt(carried) * BigInt(CARRY) + BigInt(running) * BigInt(moment)
}
