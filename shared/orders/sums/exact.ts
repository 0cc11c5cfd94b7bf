/** Greater sums are not exact any more (2^53 − 1 minor units: 90 trillion). */
const MOST = BigInt(Number.MAX_SAFE_INTEGER)

/** The number that an exact sum is; the greatest that can be exact where it is beyond that. */
export function bounded(sum: bigint): number {
  if (sum > MOST) return Number.MAX_SAFE_INTEGER
  return sum < -MOST ? -Number.MAX_SAFE_INTEGER : Number(sum)
}

export function isBeyond(sum: bigint): boolean {
  return sum > MOST || sum < -MOST
}

/** Half goes away from zero, so that a return is the mirror of its sale. `by` is positive. */
export function divideHalfUp(value: bigint, by: bigint): bigint {
  const half = value < 0n ? -by / 2n : by / 2n
  return (value + half) / by
}

/** The sum of whole numbers, exact on the way, bounded in the end. */
export function sumOf(numbers: readonly number[]): number {
  let sum = 0
  let isExact = true
  for (const number of numbers) {
    sum += number
    isExact &&= Number.isSafeInteger(sum)
  }
  return isExact ? sum : bounded(numbers.reduce((total, number) => total + BigInt(number), 0n))
}

/**
 * What `part` of `whole` has of `total`, rounded half up; of nothing, nothing. Parts that follow one another are told by
 * their ends, `shareOf(total, end, whole) - shareOf(total, begin, whole)`, and so come to the total exactly.
 */
export function shareOf(total: number, part: number, whole: number): number {
  if (whole === 0) return 0
  const sign = whole < 0 ? -1n : 1n
  return bounded(divideHalfUp(BigInt(total) * BigInt(part) * sign, BigInt(whole) * sign))
}
