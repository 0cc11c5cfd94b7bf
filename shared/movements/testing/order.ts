import type { Line, Move, Payment, Shipment } from '../../orders/collections.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import type { Moving } from '../types.ts'

/** A line of one product; of what is not said it has nothing. */
export function lineOf(values: Partial<Line> & Pick<Line, 'id'>): Line {
  return {
    madeAt: 0,
    section: null,
    product: 'table',
    text: null,
    quantity: null,
    unit: null,
    price: null,
    discount: null,
    vat: null,
    place: null,
    discountSum: null,
    cost: null,
    priceType: null,
    priceDate: null,
    ...values,
  }
}

const UNSIGNED = { madeAt: 0, date: null, at: null, author: null, device: null, comment: null, undoes: null }

/** A shipment of a line's product. */
export function shipmentOf(values: Partial<Shipment> & Pick<Shipment, 'id'>): Shipment {
  const empty = { document: null, product: 'table', line: null, quantity: null, sum: null, vatSum: null }
  return { ...UNSIGNED, kind: 'shipment', ...empty, ...values }
}

export function paymentOf(values: Partial<Payment> & Pick<Payment, 'id'>): Payment {
  return { ...UNSIGNED, kind: 'payment', sum: null, way: null, invoice: null, ...values }
}

/** A move to a state; each follows those that it names. */
export function moveOf(values: Partial<Move> & Pick<Move, 'id'>): Move {
  const empty = { author: null, device: null, completion: null, reason: null, comment: null, total: null, undoes: null }
  const told = { cause: null, quiet: false, responsible: null }
  return { madeAt: 0, kind: 'kitchens', state: 'new', at: 0, follows: [], arrived: null, ...told, ...empty, ...values }
}

/** A move to «Завершен» behind the one called `first`. */
export function completing(completion: 'success' | 'cancelled', madeAt = 10): Move {
  return moveOf({ id: 'last', state: COMPLETED, completion, follows: ['first'], at: madeAt, madeAt })
}

/** A posted customer order in its first state. */
export function movingOf(values: Partial<Moving>): Moving {
  return {
    sort: 'customer',
    posted: true,
    gone: false,
    discount: null,
    vatMode: null,
    lines: [],
    moves: [moveOf({ id: 'first' })],
    shipments: [],
    payments: [],
    ...values,
  }
}
