import type { Line, Order } from '../orders/collections.ts'
import { sumOf } from '../orders/sums/exact.ts'
import { hasFacts } from './facts.ts'
import { less, type Traded, tradedIn } from './tally.ts'
import type { Doubt, Sale } from './types.ts'

/** What is odd about an order whose facts do not count. */
export function ineffective(order: Pick<Order, 'gone' | 'shipments' | 'payments'>): readonly Doubt[] {
  return hasFacts(order) ? [{ what: order.gone ? 'removed' : 'not-posted' }] : []
}

/** What is odd about an order whose facts count: `sales` are all of it, `paid` what came in. */
export function doubtsOf(
  order: Pick<Order, 'lines' | 'shipments'>,
  sales: readonly Sale[],
  paid: number,
): readonly Doubt[] {
  const lines = new Map(order.lines.map((line) => [line.id, line]))
  const traded = tradedIn(order).flatMap((one) => doubtsOfTraded(one, lines.get(one.line ?? ''), sales))
  return [...traded, ...(paid < 0 ? [{ what: 'over-refunded', sum: -paid } as const] : [])]
}

function doubtsOfTraded(traded: Traded, line: Line | undefined, sales: readonly Sale[]): readonly Doubt[] {
  const { line: id, product } = traded
  const said = (what: 'line-missing' | 'product-changed' | 'over-shipped' | 'over-returned', quantity: number) =>
    quantity === 0 ? [] : [{ what, line: id, product, quantity: Math.abs(quantity) }]
  const out = less(traded.shipped, traded.returned).quantity
  if (!line) return said('line-missing', out)
  if (line.product !== product) return said('product-changed', out)
  const whole = line.quantity ?? 0
  const sign = whole < 0 ? -1 : 1
  const sold = sumOf(sales.filter((one) => one.line === id && one.product === product).map((one) => one.quantity))
  return [
    ...(sign * out > sign * whole ? said('over-shipped', sumOf([out, -whole])) : []),
    ...(sign * sold < 0 ? said('over-returned', sold) : []),
  ]
}
