import type { Sale } from '../../../movements/types.ts'
import type { Line } from '../../../orders/collections.ts'
import { shareOf, sumOf } from '../../../orders/sums/exact.ts'
import { OF_ORDERS } from '../../ask.ts'
import { type OrderRead, type RawFact, whenOf } from '../../facts/of-orders/raw.ts'
import { OWNERS, ratioOf, summed } from '../measures.ts'
import { ofOrders } from '../of-orders.ts'

/** Sales of orders, by line and product (SPEC RP10). `revenue`: without VAT, of what has a known cost. */
export const SALES = ofOrders({
  dimensions: ['product', ...OF_ORDERS],
  own: 1,
  sums: ['sum', 'quantity', 'vat', 'cost', 'revenue', 'unrated'],
  kept: 5,
  money: ['sum', 'vat', 'cost', 'revenue'],
  rawOf,
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
})

function rawOf({ order, sales }: OrderRead): readonly RawFact[] {
  const lines = new Map(order.lines.map((line) => [line.id, line]))
  return sales.map((sale) => {
    const cost = costOf(sale, lines.get(sale.line ?? ''))
    const revenue = cost === null ? 0 : sumOf([sale.sum, -sale.vat])
    return { ...whenOf(sale), keys: [sale.product], sums: [sale.sum, sale.quantity, sale.vat, cost ?? 0, revenue] }
  })
}

/** What was sold cost so much, by its line; null where that is not known. */
function costOf({ quantity }: Sale, line: Pick<Line, 'cost'> | undefined): number | null {
  return line?.cost == null ? null : shareOf(line.cost, quantity, 1_000)
}
