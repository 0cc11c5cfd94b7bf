import { cardPlaceOf, placeByTime } from '../../../../shared/orders/board/card-place.ts'
import type { Order } from '../../../../shared/orders/collections.ts'
import { standingOf } from '../../../../shared/orders/moves/moves.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import type { Upcoming } from './next/upcoming.ts'
import type { BoardCard } from './query.ts'

/** An order's card. Completed ones stand by when they were completed, the last first: nobody puts them anywhere. */
export function boardCard(order: Order, item: OrderItem, upcoming: Pick<Upcoming, 'of'>): BoardCard {
  const { id, number, customerName, responsible, responsibleName, state, since, currency, total } = item
  const { completed, completion, forked, edited, posted, tooLong } = item
  return {
    id,
    number,
    customerName,
    responsible,
    responsibleName,
    state,
    since,
    currency,
    total,
    completed,
    completion,
    forked,
    edited,
    posted,
    tooLong,
    place: completed ? placeByTime(since ?? order.madeAt, id) : cardPlaceOf(order),
    next: completed ? null : upcoming.of(id, item.customer),
    heads: standingOf(order).heads.map((head) => head.id),
  }
}
