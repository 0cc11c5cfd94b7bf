import { movementsOf } from '../../../movements/movements.ts'
import type { Sale } from '../../../movements/types.ts'
import { type Line, type Order, orders } from '../../../orders/collections.ts'
import { standingOf } from '../../../orders/moves/moves.ts'
import { shareOf, sumOf } from '../../../orders/sums/exact.ts'
import { OF_ORDERS } from '../../ask.ts'
import type { Fact } from '../../facts/columns.ts'
import type { Known } from '../known.ts'
import { OWNERS, ratioOf, summed } from '../measures.ts'
import { dayOf, keysOf, ratedOf } from '../of-orders.ts'
import type { Source } from '../source.ts'

/** Sales of orders, by line and product (SPEC RP10). `revenue`: without VAT, of what has a known cost. */
export const SALES: Source<typeof orders> = {
  of: orders,
  dimensions: ['product', ...OF_ORDERS],
  sums: ['sum', 'quantity', 'vat', 'cost', 'revenue', 'unrated'],
  factsOf,
  measures: {
    sum: summed('sum'),
    quantity: summed('quantity'),
    vat: summed('vat'),
    cost: summed('cost'),
    profit: { needs: ['revenue', 'cost'], figure: ([revenue = 0, cost = 0]) => revenue - cost },
    margin: {
      needs: ['revenue', 'cost'],
      figure: ([revenue = 0, cost = 0]) => ratioOf(revenue - cost, revenue, 10_000),
    },
    orders: OWNERS,
    customers: { needs: [{ distinct: 'customer' }], figure: ([count = 0]) => count },
    average: { needs: ['sum', { count: 'owners' }], figure: ([sum = 0, count = 0]) => ratioOf(sum, count) },
  },
}

function factsOf(order: Order, known: Known): readonly Fact[] {
  const { sales } = movementsOf(order)
  if (sales.length === 0) return []
  const keys = keysOf(order, standingOf(order))
  const lines = new Map(order.lines.map((line) => [line.id, line]))
  const { rated, unrated } = ratedOf(order, known)
  return sales.map((sale) => {
    const cost = costOf(sale, lines.get(sale.line ?? ''))
    const revenue = cost === null ? 0 : sumOf([sale.sum, -sale.vat])
    const sums = [rated(sale.sum), sale.quantity, rated(sale.vat), rated(cost ?? 0), rated(revenue), unrated]
    return { day: dayOf(sale, known), keys: [sale.product, ...keys], sums }
  })
}

/** What was sold cost so much, by its line; null where that is not known. */
function costOf({ quantity }: Sale, line: Pick<Line, 'cost'> | undefined): number | null {
  return line?.cost == null ? null : shareOf(line.cost, quantity, 1_000)
}
