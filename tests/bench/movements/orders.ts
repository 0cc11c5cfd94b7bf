import { lineOf, moveOf, movingOf, paymentOf, shipmentOf } from '../../../shared/movements/testing/order.ts'
import type { Moving } from '../../../shared/movements/types.ts'
import type { Order } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'

/** An order with what its debts are told by. */
export type BenchOrder = Moving & Pick<Order, 'id' | 'customer' | 'currency'>

const LINES = 3
/** A customer has so many orders. */
const EACH = 20

/**
 * Posted customer orders of three lines, one after the other like this: nothing shipped; shipped in part, with an advance;
 * shipped and paid; shipped, paid, one line of it back and its money too, completed; shipped by mistake and taken back; cancelled.
 */
export function* benchOrders(count: number): Generator<BenchOrder> {
  for (let at = 0; at < count; at++) yield orderAt(at)
}

function orderAt(at: number): BenchOrder {
  const id = `o${at}`
  const lines = Array.from({ length: LINES }, (_, n) =>
    lineOf({
      id: `l${n}`,
      product: `p${(at + n) % 500}`,
      quantity: (1 + ((at + n) % 4)) * 1_000,
      price: 100_00 + (at % 997),
      section: 'goods',
    }),
  )
  const sumOf = (n: number, parts = 1) =>
    Math.round((((lines[n]?.quantity ?? 0) / 1_000) * (lines[n]?.price ?? 0)) / parts)
  const whole = sumOf(0) + sumOf(1) + sumOf(2)
  const ship = (n: number, more: object = {}) =>
    shipmentOf({
      id: `s${n}`,
      line: `l${n}`,
      product: lines[n]?.product ?? null,
      quantity: lines[n]?.quantity ?? 0,
      sum: sumOf(n),
      ...more,
    })
  const shipped = lines.map((_, n) => ship(n))
  const back = ship(0, { id: 'r0', kind: 'return' })
  const pay = (sum: number, more: object = {}) => paymentOf({ id: `p${sum}`, sum, ...more })
  const kinds: Partial<Moving>[] = [
    {},
    { shipments: [ship(0)], payments: [pay(50_00)] },
    { shipments: shipped, payments: [pay(whole)] },
    {
      shipments: [...shipped, back],
      payments: [pay(whole), pay(sumOf(0), { id: 'refund', kind: 'refund' })],
      moves: [moveOf({ id: 'first' }), ended('success')],
    },
    { shipments: [ship(1), ship(1, { id: 'u', kind: null, undoes: 's1', quantity: null, sum: null })] },
    { payments: [pay(10_00)], moves: [moveOf({ id: 'first' }), ended('cancelled')] },
  ]
  const values = { lines, ...kinds[at % kinds.length] }
  return { ...movingOf(values), id, customer: `c${Math.floor(at / EACH)}`, currency: null }
}

function ended(completion: 'success' | 'cancelled') {
  return moveOf({ id: 'last', state: COMPLETED, completion, follows: ['first'], at: 1 })
}
