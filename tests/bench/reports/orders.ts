import { lineOf, moveOf, movingOf, paymentOf, shipmentOf } from '../../../shared/movements/testing/order.ts'
import type { Order } from '../../../shared/orders/collections.ts'
import { addDays } from '../../../shared/time/days.ts'

const CUSTOMERS = 5_000
export const PRODUCTS = 500
export const CATEGORIES = 12
const LINES = 3
const DAYS = 3 * 365

/** An order of three lines, all shipped on one day within three years; of every third a part is paid, of every other all. */
export function benchOrder(at: number, quantity = 1): Order {
  const lines = Array.from({ length: LINES }, (_, n) =>
    lineOf({
      id: `l${n}`,
      product: `p${(at * 7 + n * 131) % PRODUCTS}`,
      quantity: (quantity + ((at + n) % 4)) * 1_000,
      price: 100_00 + (at % 997),
      cost: 60_00,
    }),
  )
  const day = addDays('2023-01-01', (at * 37) % DAYS)
  const shipments = lines.map(({ id, product, quantity, price }) =>
    shipmentOf({ id: `s${id}`, line: id, product, quantity, sum: sumOf(quantity, price), vatSum: 0, date: day }),
  )
  const whole = shipments.reduce((sum, one) => sum + (one.sum ?? 0), 0)
  const paid = at % 3 === 0 ? Math.round(whole / 3) : whole
  const payments = [paymentOf({ id: 'p1', sum: paid, date: day })]
  const fields = {
    customer: `c${(at * 13) % CUSTOMERS}`,
    responsible: `m${at % 40}`,
    department: null,
    organisation: null,
  }
  const rest = { project: null, source: null, currency: null, shipment: day, date: Date.parse(day), madeAt: 0 }
  // Reports read nothing else of an order.
  const order = {
    ...movingOf({ lines, shipments, payments, moves: [moveOf({ id: 'first' })] }),
    id: `o${at}`,
    ...fields,
    ...rest,
  }
  return order as Order
}

function sumOf(quantity: number | null, price: number | null): number {
  return ((quantity ?? 0) / 1_000) * (price ?? 0)
}
