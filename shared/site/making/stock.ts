import type { Product } from '../../goods/collections.ts'
import { movementsOf } from '../../movements/movements.ts'
import type { Order } from '../../orders/collections.ts'

/** A number that a company adds holds hundredths of one; a quantity is thousandths. */
const THOUSANDTHS = 10

/** What open orders hold back of each product, thousandths. */
export function reservedIn(
  orders: Iterable<Order>,
  typeOf: (product: string) => Product['type'],
): ReadonlyMap<string, number> {
  const all = [...orders].flatMap((order) => movementsOf(order, typeOf).reserved)
  const sums = new Map<string, number>()
  for (const { product, quantity } of all) if (product !== null) sums.set(product, (sums.get(product) ?? 0) + quantity)
  return sums
}

/**
 * What is there of a product to be ordered, thousandths: what stands in the field that the company keeps its stock in, less what
 * open orders hold back, down to nothing (SPEC WB5). Null: that field has no number.
 */
export function stockOf(product: Product, field: string, reserved: ReadonlyMap<string, number>): number | null {
  const kept = (product as unknown as { readonly [name: string]: unknown })[field]
  if (typeof kept !== 'number') return null
  return Math.max(0, Math.round(kept * THOUSANDTHS) - (reserved.get(product.id) ?? 0))
}
