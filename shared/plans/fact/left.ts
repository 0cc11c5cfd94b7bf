import { leftOf } from '../../movements/lines.ts'
import type { Order } from '../../orders/collections.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { standingOf, standsSince } from '../../orders/moves/moves.ts'
import type { Fact, Layout } from '../../reports/facts/columns.ts'
import { dayNumber } from '../../reports/facts/days.ts'
import type { Known } from '../../reports/sources/known.ts'
import { ratedOf } from '../../reports/sources/of-orders.ts'

/** What open orders have left to ship, by line: the day is that of shipment; `since`: on which day the order came to its state. */
export const LEFT: Layout & { factsOf(order: Order, known: Known): readonly Fact[] } = {
  dimensions: ['product', 'customer', 'manager', 'department', 'kind', 'state'],
  sums: ['sum', 'quantity', 'since'],
  factsOf(order, known) {
    const { kind, state, move } = standingOf(order)
    if (order.gone || !order.posted || state === COMPLETED || state === null) return []
    const since = standsSince(order.moves, move)
    const day = since === null ? 0 : (dayNumber(known.dayOf(since)) ?? 0)
    const { rated } = ratedOf(order, known)
    return leftOf(order).map(({ line, quantity, sum }) => ({
      day: dayNumber(order.shipment),
      keys: [line.product, order.customer, order.responsible, order.department, kind, state],
      sums: [rated(sum), quantity, day],
    }))
  },
}
