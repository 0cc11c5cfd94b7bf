import { type Order, orders } from '../../orders/collections.ts'
import type { Fact } from '../facts/columns.ts'
import type { RawLayout } from '../facts/of-orders/raw.ts'
import { factsOfOrder } from '../facts/of-orders/settle.ts'
import type { Known } from './known.ts'
import type { Source } from './source.ts'

/** A source whose facts are of orders: it is given the rows of nothing else. */
export type OrderSource = Source & RawLayout & { factsOf(order: Order, known: Known): readonly Fact[] }

export function ofOrders(source: Omit<OrderSource, 'of' | 'factsOf'>): OrderSource {
  const factsOf = (order: Order, known: Known) => factsOfOrder(source, order, known)
  return { ...source, of: orders, factsOf: factsOf as OrderSource['factsOf'] }
}
