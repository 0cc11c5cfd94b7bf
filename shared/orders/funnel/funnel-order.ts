import type { Exchange } from '../../company/rates.ts'
import type { FunnelOrder } from '../../funnel/types.ts'
import type { Move, Order } from '../collections.ts'
import { inOrder, momentsOf } from '../moves/moves.ts'
import { orderTotal } from '../totals.ts'

/** An order as the funnel counts it: its total in the company's currency at the rate of its date, nothing where there is none (company/SPEC S3). */
export function funnelOrder(order: Order, exchange: Exchange): FunnelOrder {
  const date = order.date ?? order.madeAt
  const moments = momentsOf(order.moves)
  return {
    id: order.id,
    sort: order.sort ?? 'customer',
    kind: inOrder(order.moves)[0]?.kind ?? '',
    date,
    customer: order.customer,
    manager: order.responsible,
    department: order.department,
    total: exchange.toCompany(orderTotal(order), order.currency, date) ?? 0,
    moves: order.moves.map((move) => funnelMove(move, moments.get(move.id) ?? 0)),
  }
}

function funnelMove(move: Move, at: number) {
  const { id, completion, reason, undoes } = move
  return {
    id,
    kind: move.kind ?? '',
    state: move.state ?? '',
    at,
    completion: completion ?? undefined,
    reason: reason ?? undefined,
    undoes: undoes ?? undefined,
  }
}
