import { movingOf } from '../../movements/testing/order.ts'
import type { Order } from '../../orders/collections.ts'
import { dayText } from '../facts/days.ts'
import type { Known } from '../sources/known.ts'
import type { Source } from '../sources/source.ts'

/** An order of which reports read nothing but these. */
export function orderOf(values: Partial<Order>): Order {
  const fields = { customer: 'a', responsible: 'm1', department: null, organisation: null, project: null, source: null }
  const dates = { currency: null, date: 0, madeAt: 0, shipment: null }
  return { ...movingOf({}), id: 'o1', ...dates, ...fields, ...values } as Order
}

/** What facts of an order say, by the names of the source's layout. */
export function told(source: Source, order: Order, known: Known) {
  return source.factsOf(order as never, known).map(({ day, keys, sums }) => ({
    day: day === null ? null : dayText(day),
    ...Object.fromEntries(source.dimensions.map((name, at) => [name, keys[at]])),
    ...Object.fromEntries(source.sums.map((name, at) => [name, sums[at]])),
  }))
}
