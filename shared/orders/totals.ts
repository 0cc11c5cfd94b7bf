import type { Line } from './collections.ts'

const FULL_DISCOUNT = 10_000n
const THOUSAND = 1_000n
/** Greater sums are not exact any more (2^53 − 1 minor units: 90 trillion). */
const MOST = BigInt(Number.MAX_SAFE_INTEGER)

type Priced = Pick<Line, 'quantity' | 'price' | 'discount'>

/**
 * A line's total in minor units, rounded half up, once (design §11). Commands refuse what is greater than can be exact;
 * where two people made it so apart from each other, it is the greatest that can.
 */
export function lineTotal(line: Priced): number {
  return asNumber(exactTotal(line))
}

/** An order's total in minor units of its currency, bounded as a line's is. */
export function orderTotal(order: { readonly lines: readonly Priced[] }): number {
  const sum = order.lines.reduce((total, line) => total + lineTotal(line), 0)
  return Number.isSafeInteger(sum) ? sum : Math.sign(sum) * Number.MAX_SAFE_INTEGER
}

/** Whether a line, or all of them together, come to more than a sum can be. */
export function isTooLarge(lines: readonly Priced[]): boolean {
  const exact = lines.map(exactTotal)
  return [...exact, exact.reduce((sum, total) => sum + total, 0n)].some((sum) => sum > MOST || sum < -MOST)
}

function exactTotal({ quantity, price, discount }: Priced): bigint {
  const exact = BigInt(quantity ?? 0) * BigInt(price ?? 0) * (FULL_DISCOUNT - BigInt(discount ?? 0))
  return divideHalfUp(exact, THOUSAND * FULL_DISCOUNT)
}

function asNumber(sum: bigint): number {
  if (sum > MOST) return Number.MAX_SAFE_INTEGER
  return sum < -MOST ? -Number.MAX_SAFE_INTEGER : Number(sum)
}

/** Half goes away from zero, so that a return is the mirror of its sale. */
function divideHalfUp(value: bigint, by: bigint): bigint {
  const half = value < 0n ? -by / 2n : by / 2n
  return (value + half) / by
}
