import { leftOf } from '../../movements/lines.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { standsSince } from '../../orders/moves/moves.ts'
import { dayNumber } from '../../reports/facts/days.ts'
import type { OrderRead, RawFact, RawLayout } from '../../reports/facts/of-orders/raw.ts'

/** What open orders have left to ship, by line: the day is that of shipment; `since`: on which day the order came to its state. */
export const LEFT: RawLayout = {
  dimensions: ['product', 'state', 'customer', 'manager', 'department', 'kind'],
  own: 2,
  sums: ['sum', 'quantity', 'since'],
  kept: 3,
  money: ['sum'],
  instants: ['since'],
  rawOf,
}

function rawOf({ order, standing: { state, move } }: OrderRead): readonly RawFact[] {
  if (order.gone || !order.posted || state === COMPLETED || state === null) return []
  const since = standsSince(order.moves, move) ?? 0
  const day = dayNumber(order.shipment)
  return leftOf(order).map(({ line, quantity, sum }) => {
    return { day, at: null, keys: [line.product, state], sums: [sum, quantity, since] }
  })
}
