import { undoPairs } from '../../../funnel/columns/history.ts'
import { type Move, type Order, orders } from '../../../orders/collections.ts'
import { COMPLETED } from '../../../orders/moves/completed.ts'
import { inOrder, momentsOf } from '../../../orders/moves/moves.ts'
import { orderTotal } from '../../../orders/totals.ts'
import { OF_ORDERS } from '../../ask.ts'
import type { Fact } from '../../facts/columns.ts'
import { dayNumber } from '../../facts/days.ts'
import type { Known } from '../known.ts'
import { OWNERS, ratioOf, summed } from '../measures.ts'
import { keysOf, ratedOf } from '../of-orders.ts'
import type { Source } from '../source.ts'

/** Orders that are lost, by the day of cancelling (SPEC RP14). */
export const LOSSES: Source<typeof orders> = {
  of: orders,
  dimensions: ['reason', 'state', ...OF_ORDERS],
  sums: ['sum', 'unrated'],
  factsOf,
  measures: {
    count: OWNERS,
    sum: summed('sum'),
    share: {
      needs: [{ count: 'owners' }],
      figure: ([own = 0], [all = 0]) => ratioOf(own, all, 10_000),
      isOfWhole: true,
    },
  },
}

function factsOf(order: Order, known: Known): readonly Fact[] {
  const loss = lossOf(order)
  if (!loss) return []
  const { last, from, at } = loss
  const { rated, unrated } = ratedOf(order, known)
  const state = from ?? (last.kind === null ? null : known.firstState(last.kind))
  return [
    {
      day: dayNumber(known.dayOf(at)),
      keys: [last.reason, state, ...keysOf(order, last)],
      sums: [rated(orderTotal(order)), unrated],
    },
  ]
}

/** The cancelling that an order is lost by, when it was, and the state that it was cancelled from, as the funnel counts (funnel/SPEC F4, F9, F10). */
function lossOf({ moves }: Order): { readonly last: Move; readonly at: number; readonly from: string | null } | null {
  const moments = momentsOf(moves)
  const momentOf = ({ id }: Move) => moments.get(id) ?? 0
  const sorted = inOrder(moves)
  const pairs = undoPairs(sorted.map((move) => ({ id: move.id, at: momentOf(move), undoes: move.undoes ?? undefined })))
  const counted = sorted.filter((_, at) => !pairs?.[at])
  const last = counted.at(-1)
  if (last?.completion !== 'cancelled') return null
  const from = counted.findLast(({ state }) => state !== COMPLETED)?.state ?? null
  return { last, at: momentOf(last), from }
}
