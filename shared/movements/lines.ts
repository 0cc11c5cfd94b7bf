import type { Line, Order } from '../orders/collections.ts'
import { shareOf, sumOf } from '../orders/sums/exact.ts'
import { lineSums } from '../orders/totals.ts'
import { less, type Tally, type Traded, tradedBy, tradedIn } from './tally.ts'

export type Shippable = Pick<Order, 'lines' | 'shipments' | 'discount' | 'vatMode'>

/** What is left of a line: how much, and what that comes to. */
export interface Left extends Tally {
  readonly line: Line
}

/** What is left to ship of each line that has anything left (SPEC M3), wherever the order stands. */
export function leftOf(order: Shippable): readonly Left[] {
  return leftBy(order, (whole, out) => sumOf([whole, -within(out, whole)]))
}

/** What each line lacks to have sold all that it says (SPEC M8): more than the line itself where more came back than went out. */
export function unsoldOf(order: Shippable): readonly Left[] {
  return leftBy(order, (whole, out) => {
    const lacks = sumOf([whole, -out])
    return Math.sign(lacks) === Math.sign(whole) ? lacks : 0
  })
}

/** What is left of each line by its quantity, and how much of it is out. */
function leftBy(order: Shippable, leftWhere: (whole: number, out: number) => number): readonly Left[] {
  const traded = tradedIn(order)
  return order.lines.flatMap((line) => {
    const left = leftWhere(line.quantity ?? 0, standsOf(traded, line).quantity)
    return left === 0 ? [] : [{ line, ...nextPart(order, line, left, traded) }]
  })
}

/**
 * What the next `quantity` of a line comes to, behind what of it is shipped and not returned (SPEC M6). Where that came to
 * the line's share but for the rounding of returns, the part makes up for it.
 */
export function nextPart(
  order: Shippable,
  line: Line,
  quantity: number,
  traded: readonly Traded[] = tradedIn(order),
): Tally {
  const whole = line.quantity ?? 0
  const stands = standsOf(traded, line)
  const { total, vat } = lineSums(line, order)
  const { returns } = tradedBy(traded, line)
  const beginOf = (sum: number, stood: number) => {
    const share = shareOf(sum, stands.quantity, whole)
    return Math.abs(stood - share) <= returns ? stood : share
  }
  const partOf = (sum: number, stood: number) =>
    sumOf([shareOf(sum, sumOf([stands.quantity, quantity]), whole), -beginOf(sum, stood)])
  return { quantity, sum: partOf(total, stands.sum), vat: partOf(vat, stands.vat) }
}

/** What of a line is shipped and not returned, of the product that it names now. */
function standsOf(traded: readonly Traded[], line: Line): Tally {
  const { shipped, returned } = tradedBy(traded, line)
  return less(shipped, returned)
}

/** The nearest to `quantity` between nothing and `whole`, which may be below nothing. */
function within(quantity: number, whole: number): number {
  return whole < 0 ? Math.max(whole, Math.min(0, quantity)) : Math.min(whole, Math.max(0, quantity))
}
