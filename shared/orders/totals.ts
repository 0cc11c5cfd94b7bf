import type { Line, Order } from './collections.ts'

const FULL_DISCOUNT = 10_000n
const THOUSAND = 1_000n

/** A line's total in minor units, rounded half up, once (design §11). */
export function lineTotal(line: Pick<Line, 'quantity' | 'price' | 'discount'>): number {
  const exact = BigInt(line.quantity ?? 0) * BigInt(line.price ?? 0) * (FULL_DISCOUNT - BigInt(line.discount ?? 0))
  return Number(divideHalfUp(exact, THOUSAND * FULL_DISCOUNT))
}

/** An order's total in minor units of its currency. */
export function orderTotal(order: Pick<Order, 'lines'>): number {
  return order.lines.reduce((sum, line) => sum + lineTotal(line), 0)
}

/** Half goes away from zero, so that a return is the mirror of its sale. */
function divideHalfUp(value: bigint, by: bigint): bigint {
  const half = value < 0n ? -by / 2n : by / 2n
  return (value + half) / by
}
